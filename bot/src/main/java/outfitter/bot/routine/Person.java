package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.List;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Intents;

/** The customer wants a person, and gets one. */
final class Person implements Routine {
    private static final int LONGEST = 120;
    private static final Line HEADLINE = Line.of("headline.person", "text");

    @Override
    public String id() {
        return Intents.PERSON;
    }

    @Override
    public List<Line> lines() {
        return List.of(HEADLINE);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        String text = matter.heard().text().replace('\n', ' ');
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        Say headline = Say.of(HEADLINE).with("text", shown);
        return Future.succeededFuture(new Decision.Escalate(
                "asked", headline, null, List.of(), matter.memory().slotsWith(matter.slots())));
    }
}
