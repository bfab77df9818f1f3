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
    private static final Line ABOUT = Line.of("headline.person-about", "matter");
    private static final Line HEADLINE = Line.of("headline.person", "text");

    @Override
    public String id() {
        return Intents.PERSON;
    }

    @Override
    public List<Line> lines() {
        return List.of(HEADLINE, ABOUT);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        String text = matter.heard().text().replace('\n', ' ');
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        String about = matter.memory().routine();
        Say headline = about != null && Intents.isMatter(about) && !about.equals(id())
                ? Say.of(ABOUT).with("matter", Say.of(Routines.label(about)))
                : Say.of(HEADLINE).with("text", shown);
        return Future.succeededFuture(new Decision.Escalate(
                "asked", headline, null, List.of(), matter.memory().slotsWith(matter.slots())));
    }
}
