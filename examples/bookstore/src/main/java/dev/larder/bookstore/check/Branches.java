package dev.larder.bookstore.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All branches of the shop in other processes. */
final class Branches implements AutoCloseable {
    private final List<BranchProcess> processes = new ArrayList<>();

    private Branches() {}

    /** Opens so many and waits until each is ready. */
    static Branches open(Orders orders, int number) throws IOException {
        Branches branches = new Branches();
        try {
            for (int branch = 1; branch <= number; branch++) {
                branches.processes.add(BranchProcess.start(orders.forBranch(branch)));
            }
            for (BranchProcess process : branches.processes) {
                process.awaitReady();
            }
            return branches;
        } catch (IOException | RuntimeException failure) {
            branches.close();
            throw failure;
        }
    }

    void begin() throws IOException {
        for (BranchProcess process : processes) {
            process.begin();
        }
    }

    /** What each has found, once it has. */
    List<CheckResult> results() throws IOException {
        List<CheckResult> results = new ArrayList<>();
        for (BranchProcess process : processes) {
            results.add(process.result());
        }
        return results;
    }

    @Override
    public void close() {
        processes.forEach(BranchProcess::close);
    }
}
