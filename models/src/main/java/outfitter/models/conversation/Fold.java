package outfitter.models.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds entries up to a {@link ConversationState}: pure, and the only place where state comes from, so that it can always
 * be rebuilt from the entries. Throws {@link Episode.IllegalStep} for an entry that the present state does not allow.
 */
public final class Fold {
    /** How long the bot waits for more when a message does not say enough by itself. */
    public static final Duration PAUSE = Duration.ofMillis(900);

    private static final int MENTIONED = 10;

    private @Nullable Episode episode;
    private final List<Problem> problems;
    private int problemCount;
    private final Set<Proof> proofs;
    private final List<Unanswered> unanswered;
    private @Nullable Instant answerDue;
    private final Set<String> mentioned;
    private final Map<String, Instant> declined;
    private final Map<String, String> understood;
    private @Nullable String contact;
    private @Nullable Instant lastCustomerAt;
    private @Nullable String replyTo;
    private final Map<String, Instant> heard;
    private JsonNode dialogue;

    private Fold(ConversationState from) {
        episode = from.episode();
        problems = new ArrayList<>(from.problems());
        problemCount = from.problemCount();
        proofs = new LinkedHashSet<>(from.proofs());
        unanswered = new ArrayList<>(from.unanswered());
        answerDue = from.answerDue();
        mentioned = new LinkedHashSet<>(from.mentioned());
        declined = new LinkedHashMap<>(from.declined());
        understood = new LinkedHashMap<>(from.understood());
        contact = from.contact();
        lastCustomerAt = from.lastCustomerAt();
        replyTo = from.replyTo();
        heard = new LinkedHashMap<>(from.heard());
        dialogue = from.dialogue();
    }

    /** The state after {@code entries}, in order. */
    public static ConversationState after(ConversationState state, List<Entry> entries) {
        Fold fold = new Fold(state);
        entries.forEach(fold::take);
        return fold.result();
    }

    private ConversationState result() {
        return new ConversationState(
                episode,
                problems,
                problemCount,
                List.copyOf(proofs),
                unanswered,
                answerDue,
                mentioned.stream().limit(MENTIONED).toList(),
                declined,
                understood,
                contact,
                lastCustomerAt,
                replyTo,
                heard,
                dialogue);
    }

    private void take(Entry entry) {
        Instant at = entry.at();
        EntryBody body = entry.body();
        if (body instanceof EntryBody.CustomerMessage said) customerSaid(entry.seq(), said, at);
        else if (body instanceof EntryBody.BotTrace trace) botTraced(trace);
        else if (body instanceof EntryBody.AgentMessage) episode = current().humanWord(at);
        else if (body instanceof EntryBody.EpisodeOpened opened) open(opened, at);
        else if (body instanceof EntryBody.HandedOff handed) handOff(handed, at);
        else if (body instanceof EntryBody.Claimed claimed) claim(claimed, at);
        else if (body instanceof EntryBody.Released) episode = current().release(at);
        else if (body instanceof EntryBody.ReturnedToBot) episode = current().returnToBot();
        else if (body instanceof EntryBody.EpisodeEnded ended) end(ended, at);
        else if (body instanceof EntryBody.ProblemOpened opened) openProblem(entry.seq(), opened, at);
        else if (body instanceof EntryBody.ProblemClosed closed) problems.removeIf(p -> p.number() == closed.problem());
        else if (body instanceof EntryBody.Proved proved) proofs.add(proved.proof());
        else if (body instanceof EntryBody.ContactLeft left) contact = left.kind() + ":" + left.value();
        else if (body instanceof EntryBody.SuggestionDeclined no) declined.put(no.product(), at);
        else if (body instanceof EntryBody.Absorbed) settle();
        else if (body instanceof EntryBody.Merged merged) merge(merged, at);
        else if (body instanceof EntryBody.Unmerged unmerged) part(unmerged);
    }

    private void customerSaid(long seq, EntryBody.CustomerMessage said, Instant at) {
        lastCustomerAt = at;
        replyTo = said.address();
        if (Addresses.isBrought(said.address())) heard.put(said.address(), at);
        boolean held = episode != null && episode.holder() == Holder.CLAIMED;
        if (held) return;
        unanswered.add(new Unanswered(seq, said.text(), at));
        answerDue = at.plus(PAUSE);
    }

    private void botTraced(EntryBody.BotTrace trace) {
        unanswered.removeIf(message -> trace.answers().contains(message.seq()));
        if (unanswered.isEmpty()) answerDue = null;
        understood.putAll(trace.slots());
        dialogue = trace.dialogue();
        List<String> before = List.copyOf(mentioned);
        mentioned.clear();
        mentioned.addAll(trace.mentioned());
        mentioned.addAll(before);
    }

    private void open(EntryBody.EpisodeOpened opened, Instant at) {
        if (episode != null && episode.isOpen()) throw new Episode.IllegalStep("open", episode.holder());
        episode = Episode.open(opened.number(), at);
    }

    private void handOff(EntryBody.HandedOff handed, Instant at) {
        episode = current().handOff(handed.reason(), handed.headline(), at, handed.since());
        understood.putAll(handed.understood());
    }

    private void claim(EntryBody.Claimed claimed, Instant at) {
        episode = current().claim(claimed.account(), claimed.agent(), at);
        settle(); // a person has it: the bot owes nothing any more
    }

    private void end(EntryBody.EpisodeEnded ended, Instant at) {
        episode = current().end(ended.outcome(), at);
        proofs.removeIf(proof -> proof.kind() == Proof.Kind.ORDER);
        mentioned.clear();
        understood.clear();
        dialogue = NullNode.getInstance();
        settle();
    }

    private void openProblem(long seq, EntryBody.ProblemOpened opened, Instant at) {
        problemCount = Math.max(problemCount, opened.problem());
        problems.add(new Problem(
                opened.problem(),
                opened.kind(),
                opened.severity(),
                opened.title(),
                opened.order(),
                opened.product(),
                seq,
                at));
    }

    private void merge(EntryBody.Merged merged, Instant at) {
        if (!merged.owed().isEmpty() && (episode == null || episode.holder() != Holder.CLAIMED)) {
            unanswered.addAll(0, merged.owed());
            answerDue = at;
        }
        if (merged.dialogue() != null) dialogue = merged.dialogue();
        merged.heard().forEach((address, when) -> heard.merge(address, when, Fold::later));
        Instant there = merged.lastCustomerAt();
        if (there != null && (lastCustomerAt == null || there.isAfter(lastCustomerAt))) {
            lastCustomerAt = there;
            replyTo = merged.replyTo();
        }
    }

    // Those addresses are somebody else's again: nothing of this conversation may reach them.
    private void part(EntryBody.Unmerged unmerged) {
        unmerged.left().forEach(heard::remove);
        if (replyTo != null && unmerged.left().contains(replyTo)) replyTo = null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void settle() {
        unanswered.clear();
        answerDue = null;
    }

    private Episode current() {
        if (episode == null) throw new Episode.IllegalStep("step without an episode", Holder.BOT);
        return episode;
    }
}
