package outfitter.bot;

import java.io.IOException;
import java.nio.file.Path;
import outfitter.bot.routine.Routines;
import outfitter.bot.understanding.ShopUnderstander;

/** Trains the shop's language while building, so that a server starts at once: {@code LanguageBuild FILE LANGUAGE}. */
public final class LanguageBuild {
    private LanguageBuild() {}

    public static void main(String... arguments) throws IOException {
        ShopUnderstander.build(Path.of(arguments[0]), arguments[1], Routines.intents());
    }
}
