package outfitter.bot;

import java.io.IOException;
import java.nio.file.Path;
import outfitter.bot.routine.Routines;
import outfitter.bot.understanding.Means;
import outfitter.bot.understanding.ShopUnderstander;

/** Trains the shop's language while building, so that a server starts at once: {@code LanguageBuild DIRECTORY LANGUAGE}. */
public final class LanguageBuild {
    private LanguageBuild() {}

    public static void main(String... arguments) throws IOException {
        String language = arguments[1];
        for (Means means : Means.values()) {
            Path file = Path.of(arguments[0]).resolve(means.file(language));
            ShopUnderstander.build(file, language, Routines.intents(), means);
        }
    }
}
