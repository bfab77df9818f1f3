package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.List;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.models.conversation.EntryBody;

/** Somebody is angry: no machine's business. It opens a problem and goes to a person. */
final class Complaint implements Routine {
    private static final int LONGEST = 90;
    private static final Line SORRY = Line.of("complaint.sorry");
    private static final Line HEADLINE = Line.of("headline.complaint", "text");

    @Override
    public String id() {
        return "complaint";
    }

    @Override
    public List<Line> lines() {
        return List.of(SORRY, HEADLINE);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        String text = matter.heard().text().replace('\n', ' ');
        String title = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        EntryBody problem = new EntryBody.ProblemOpened(
                matter.state().problemCount() + 1,
                "other",
                2,
                title,
                matter.slots().get("order"),
                null,
                null);
        return Future.succeededFuture(new Decision.Escalate(
                "problem",
                Say.of(HEADLINE).with("text", title),
                Say.of(SORRY),
                List.of(problem),
                matter.memory().slotsWith(matter.slots())));
    }
}
