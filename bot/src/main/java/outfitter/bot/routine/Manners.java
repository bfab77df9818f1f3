package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Intents;
import outfitter.models.conversation.Holder;
import outfitter.models.conversation.Outcome;

/** Hello, thank you, goodbye, and the honest answer to "are you a bot?". */
final class Manners {
    private static final Line ORDER = Line.of("button.order");
    private static final Line RETURN = Line.of("button.return");
    private static final Line FIND = Line.of("button.find");
    private static final Line HELLO = Line.of("greeting.hello");
    private static final Line HELLO_AGAIN = Line.of("greeting.again");
    private static final Line WELCOME = Line.of("thanks.welcome");
    private static final Line WELCOME_WAITING = Line.of("thanks.waiting");
    private static final Line BYE = Line.of("farewell.bye");
    private static final Line BYE_WAITING = Line.of("farewell.waiting");
    private static final Line BOT = Line.of("are-you-a-bot.yes");

    /** The three most likely matters. */
    static final List<Button> USUAL = List.of(
            Button.toward(ORDER, "order-status"),
            Button.toward(RETURN, "start-return"),
            Button.toward(FIND, "find-product"));

    static final Routine GREETING =
            new Phrase(Intents.GREETING, List.of(HELLO, HELLO_AGAIN, ORDER, RETURN, FIND), Manners::greet);
    static final Routine THANKS = new Phrase(Intents.THANKS, List.of(WELCOME, WELCOME_WAITING), Manners::welcome);
    static final Routine FAREWELL = new Phrase(Intents.FAREWELL, List.of(BYE, BYE_WAITING), Manners::bye);
    static final Routine ARE_YOU_A_BOT = new Phrase(
            "are-you-a-bot",
            List.of(BOT, OrderAccess.PERSON),
            matter -> say(Say.of(BOT).offering(USUAL).offering(Button.toward(OrderAccess.PERSON, Intents.PERSON))));

    private Manners() {}

    private static Decision greet(Matter matter) {
        boolean again = matter.memory().settled() > 0;
        return say(Say.of(again ? HELLO_AGAIN : HELLO).offering(USUAL));
    }

    private static Decision welcome(Matter matter) {
        if (matter.isWaiting()) return say(Say.of(WELCOME_WAITING));
        boolean settled =
                matter.memory().settled() > 0 && matter.memory().pending().isEmpty();
        boolean atPeace = settled && !matter.state().hasOpenProblem();
        return ending(Say.of(WELCOME), atPeace ? Outcome.SOLVED_BY_BOT : null);
    }

    private static Decision bye(Matter matter) {
        if (matter.state().holder() != Holder.BOT) return say(Say.of(BYE_WAITING));
        boolean settled =
                matter.memory().settled() > 0 && matter.memory().pending().isEmpty();
        return ending(Say.of(BYE), settled && !matter.state().hasOpenProblem() ? Outcome.SOLVED_BY_BOT : Outcome.LEFT);
    }

    private static Decision say(Say say) {
        return Decision.reply(say, Map.of());
    }

    private static Decision ending(Say say, @Nullable Outcome outcome) {
        return new Decision.Reply(List.of(say), List.of(), Map.of(), outcome);
    }

    /** A routine that needs no facts. */
    private record Phrase(String id, List<Line> lines, Answer answer) implements Routine {
        @Override
        public Future<Decision> settle(Matter matter) {
            return Future.succeededFuture(answer.to(matter));
        }
    }

    private interface Answer {
        Decision to(Matter matter);
    }
}
