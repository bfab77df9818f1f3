package outfitter.bot;

import java.util.List;
import outfitter.bot.dialogue.Line;

/** All that the bot may say, for tests of the texts. */
public final class SpokenLines {
    private SpokenLines() {}

    public static List<Line> all() {
        return Receptionist.lines(new FakeShop());
    }
}
