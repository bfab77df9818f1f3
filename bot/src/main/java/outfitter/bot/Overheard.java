package outfitter.bot;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.bot.dialogue.Memory;
import outfitter.bot.dialogue.Policy;
import outfitter.bot.training.Hearing;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody.BotMessage;
import outfitter.models.conversation.EntryBody.BotTrace;
import outfitter.models.language.HeardUtterance.Did;

/** Tells what the bot made of a customer's own words from the entries that it wrote. Pure. */
final class Overheard {
    /** From here on, a routine that hands over has surely understood what was wanted. */
    private static final double CERTAIN = 0.85;

    private Overheard() {}

    /** What is to be learned from {@code entries}, which were written for {@code request}; empty for what says nothing new. */
    static Optional<Hearing> in(Request request, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.body() instanceof BotTrace)
                .findFirst()
                .flatMap(entry -> did(request, (BotTrace) entry.body(), entries)
                        .map(did -> hearing(request, entry, (BotTrace) entry.body(), did)));
    }

    private static Hearing hearing(Request request, Entry entry, BotTrace trace, Did did) {
        return new Hearing(
                request.conversation().id(),
                entry.seq(),
                entry.at(),
                request.heard().text(),
                request.heard().readings(),
                did,
                trace.routine(),
                isDoubtful(request, did, trace.routine()),
                trace.doubt());
    }

    private static Optional<Did> did(Request request, BotTrace trace, List<Entry> entries) {
        boolean silent = entries.stream().noneMatch(entry -> entry.body() instanceof BotMessage);
        if (trace.decision().equals(Scribe.ESCALATE)) return Optional.of(Did.HANDED_OVER);
        if (trace.routine() != null) return Optional.of(Did.ANSWERED);
        if (trace.decision().equals(Scribe.ASK)) return Optional.of(Did.ASKED_BACK);
        return silent || request.isWaiting() ? Optional.of(Did.WAITED) : Optional.empty();
    }

    private static boolean isDoubtful(Request request, Did did, @Nullable String routine) {
        double best = request.heard().best().probability();
        return switch (did) {
            case ASKED_BACK -> true;
            case HANDED_OVER -> routine == null || best < CERTAIN;
            case ANSWERED -> best < Policy.SURE && !answersAQuestion(request, routine);
            case WAITED -> best < Policy.SURE;
        };
    }

    // What answers an open question need not say what it is about.
    private static boolean answersAQuestion(Request request, @Nullable String routine) {
        Memory before = Memory.from(request.conversation().state().dialogue());
        return before.pending().filter(pending -> pending.equals(routine)).isPresent();
    }
}
