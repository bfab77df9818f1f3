package outfitter.bot.understanding;

/** By what texts are understood. */
public enum Means {
    /** The meaning of whole sentences, by an embedding that runs in this process. */
    SENTENCES("sentences.bin"),
    /** Words, and pieces of them: for machines on which the embedding does not run, or that are short of memory. */
    WORDS("words.bin");

    private final String file;

    Means(String file) {
        this.file = file;
    }

    /** Where the build keeps what it learned of {@code language}. */
    public String file(String language) {
        return "language/" + language + "/" + file;
    }
}
