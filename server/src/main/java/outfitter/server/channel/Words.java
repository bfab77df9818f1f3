package outfitter.server.channel;

import java.time.Instant;
import java.util.Map;
import outfitter.bot.ChannelLines;
import outfitter.bot.dialogue.Line;
import outfitter.bot.texts.Texts;
import outfitter.server.channel.service.Happening;
import outfitter.server.channel.service.Thing;

/** The shop's sentences that belong to channels and not to the bot, from the same file. Thread-safe. */
public final class Words {
    private final Texts texts;

    public Words(Texts texts) {
        this.texts = texts;
    }

    public String claimed(String agent, Instant now) {
        return texts.say(ChannelLines.CLAIMED, Map.of("agent", agent), now);
    }

    public String returned(Instant now) {
        return texts.say(ChannelLines.RETURNED, Map.of(), now);
    }

    /** A one-time code with what to do with it. */
    public String code(String code, Instant now) {
        return texts.say(ChannelLines.CODE, Map.of("code", code), now);
    }

    /** What is pressed to see a list's rows. */
    public String choose() {
        return texts.say(ChannelLines.CHOOSE, Map.of(), Instant.EPOCH);
    }

    /** What the customer's message says in words: what they wrote, or what they sent. */
    public String heard(Happening.Said said, String product, Instant now) {
        Thing thing = said.thing();
        String text = said.text() == null ? "" : said.text().strip();
        String heard = text.isEmpty() && thing != null ? sent(thing, now) : text;
        return product.isEmpty()
                ? heard
                : heard + "\n" + texts.say(ChannelLines.ABOUT, Map.of("product", product), now);
    }

    private String sent(Thing thing, Instant now) {
        Line line = ChannelLines.sent(thing.kind().code());
        String detail = thing.detail().isEmpty() && thing.name() != null ? thing.name() : thing.detail();
        return texts.say(line, Map.of("what", detail), now);
    }
}
