package dev.larder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class BarChartTest {

    @Test
    void svg_twoGroups_isWellFormedAndInsideItsFrame() throws Exception {
        Document svg = parse(new BarChart("a < b", "c & d")
                .group("get", List.of(bar("one", 10, true), bar("two", 40, false)))
                .group("put", List.of(bar("one", 1_000, true), bar("two", 500, false)))
                .group("third", List.of(bar("only", 0, true))));
        double width = number(svg.getDocumentElement(), "width");
        double height = number(svg.getDocumentElement(), "height");
        assertThat(bars(svg)).hasSize(5).allSatisfy(bar -> {
            assertThat(number(bar, "x") + number(bar, "width")).isLessThan(width);
            assertThat(number(bar, "y") + number(bar, "height")).isLessThan(height);
        });
    }

    @Test
    void svg_oneGroup_lengthsAreInProportion() throws Exception {
        List<Element> bars =
                bars(parse(new BarChart("", "").group("get", List.of(bar("one", 10, true), bar("two", 40, false)))));
        assertThat(number(bars.get(1), "width") / number(bars.get(0), "width")).isBetween(3.99, 4.01);
        assertThat(bars.get(0).getAttribute("class")).isEqualTo("ours");
        assertThat(bars.get(1).getAttribute("class")).isEqualTo("peer");
    }

    @Test
    void svg_oneGroup_showsNamesAndValues() throws Exception {
        Document svg = parse(new BarChart("title", "below").group("get", List.of(bar("one", 1_234.4, true))));
        assertThat(svg.getDocumentElement().getTextContent()).contains("title", "below", "get", "one", "1,234");
    }

    private static BarChart.Bar bar(String label, double value, boolean accented) {
        return new BarChart.Bar(label, value, accented);
    }

    private static Document parse(BarChart chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(chart.svg().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> bars(Document svg) {
        NodeList nodes = svg.getElementsByTagName("rect");
        List<Element> bars = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            bars.add((Element) nodes.item(i));
        }
        return bars;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
