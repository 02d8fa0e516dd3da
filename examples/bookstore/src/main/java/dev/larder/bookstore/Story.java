package dev.larder.bookstore;

/** Why something failed, in lines for a person: each cause that says more than the ones before it. */
final class Story {
    private Story() {}

    static String of(Throwable failure) {
        StringBuilder story =
                new StringBuilder(String.valueOf(failure.getMessage()).strip());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (story.indexOf(message) < 0) {
                story.append(System.lineSeparator()).append("  because: ").append(message);
            }
        }
        return story.toString();
    }
}
