package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.List;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;

/** A matter that is understood and that no machine settles here: it goes to a person, named as what it is. */
final class HandedOn implements Routine {
    private static final int LONGEST = 120;
    private static final Line UNDERSTOOD = Line.of("handed-on.understood", "matter");
    private static final Line HEADLINE = Line.of("headline.handed-on", "matter", "text");

    private final String id;
    private final Line name;

    HandedOn(String id) {
        this.id = id;
        this.name = Line.of("matter." + id);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Line> lines() {
        return List.of(UNDERSTOOD, HEADLINE, name);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        String text = matter.heard().text().replace('\n', ' ');
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return Future.succeededFuture(new Decision.Escalate(
                "not-allowed",
                Say.of(HEADLINE).with("matter", Say.of(Routines.label(id))).with("text", shown),
                Say.of(UNDERSTOOD).with("matter", Say.of(name)),
                List.of(),
                matter.memory().slotsWith(matter.slots())));
    }
}
