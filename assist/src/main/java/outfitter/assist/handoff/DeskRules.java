package outfitter.assist.handoff;

import static outfitter.assist.handoff.Act.Reason.HELD;
import static outfitter.assist.handoff.Act.Reason.NOT_CLAIMED;
import static outfitter.assist.handoff.Act.Reason.NOT_NOW;
import static outfitter.assist.handoff.Act.Reason.TAKEN;
import static outfitter.assist.handoff.Act.Reason.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Holder;
import outfitter.models.conversation.Outcome;
import outfitter.models.conversation.Problem;

/** What each act of an agent's writes in a given state, or why it must not be. Pure. */
final class DeskRules {
    private DeskRules() {}

    /** First wins. Claiming what no one waits in, or what the bot has, is reaching out. */
    static Ruling claim(ConversationState state, Agent agent) {
        Optional<Episode> open = state.openEpisode();
        if (open.isEmpty()) {
            int number = state.nextEpisode();
            return Ruling.write(new EntryBody.EpisodeOpened(number, agent.account()), claimed(number, agent));
        }
        Episode episode = open.get();
        if (episode.holder() != Holder.CLAIMED) return Ruling.write(claimed(episode.number(), agent));
        if (has(agent, episode)) return Ruling.alreadySo();
        if (!agent.takesOver()) return taken(episode);
        EntryBody released = new EntryBody.Released(episode.number(), agent.account(), "taken-over");
        return Ruling.write(released, claimed(episode.number(), agent));
    }

    /** Back into the queue, at its old place. A supervisor may release what another agent has. */
    static Ruling release(ConversationState state, Agent agent) {
        Optional<Episode> open = state.openEpisode();
        if (open.isPresent() && open.get().holder() == Holder.WAITING) return Ruling.alreadySo();
        Function<Episode, Ruling> write =
                episode -> Ruling.write(new EntryBody.Released(episode.number(), agent.account(), "released"));
        boolean another = open.isPresent() && open.get().holder() == Holder.CLAIMED && !has(agent, open.get());
        return another && agent.takesOver() ? write.apply(open.get()) : mine(state, agent, write);
    }

    /** Words and cards to the customer. A card that comes from a suggestion accepts it. */
    static Ruling reply(ConversationState state, Agent agent, String text, List<Card> cards) {
        return mine(state, agent, episode -> {
            boolean suggests = cards.stream().anyMatch(card -> card.suggestion() != null);
            if (suggests && state.hasOpenProblem()) return held(state);
            List<EntryBody> bodies = new ArrayList<>();
            bodies.add(new EntryBody.AgentMessage(agent.account(), agent.name(), text, cards));
            for (Card card : cards) {
                if (card.suggestion() != null) {
                    bodies.add(new EntryBody.SuggestionAccepted(card.suggestion(), card.product(), agent.account()));
                }
            }
            return Ruling.write(bodies);
        });
    }

    /** A word among staff; whoever has the conversation. */
    static Ruling note(Agent agent, String text) {
        return Ruling.write(new EntryBody.Note(agent.account(), agent.name(), text));
    }

    static Ruling solve(ConversationState state, Agent agent) {
        return mine(
                state,
                agent,
                episode -> Ruling.write(
                        new EntryBody.EpisodeEnded(episode.number(), Outcome.SOLVED_BY_PERSON, agent.account())));
    }

    static Ruling returnToBot(ConversationState state, Agent agent) {
        if (state.openEpisode().filter(open -> open.holder() == Holder.BOT).isPresent()) return Ruling.alreadySo();
        return mine(
                state, agent, episode -> Ruling.write(new EntryBody.ReturnedToBot(episode.number(), agent.account())));
    }

    static Ruling openProblem(
            ConversationState state,
            Agent agent,
            String kind,
            int severity,
            String title,
            @Nullable String order,
            @Nullable String product) {
        return notAnothers(state, agent)
                .orElseGet(() -> Ruling.write(new EntryBody.ProblemOpened(
                        state.problemCount() + 1, kind, severity, title, order, product, agent.account())));
    }

    static Ruling closeProblem(ConversationState state, Agent agent, int problem, String how) {
        return notAnothers(state, agent).orElseGet(() -> {
            if (state.problems().stream().anyMatch(open -> open.number() == problem)) {
                return Ruling.write(new EntryBody.ProblemClosed(problem, how, agent.account()));
            }
            boolean wasOpen = problem >= 1 && problem <= state.problemCount();
            return wasOpen ? Ruling.alreadySo() : Ruling.refuse(UNKNOWN, "There is no problem " + problem + " here");
        });
    }

    static Ruling decline(ConversationState state, Agent agent, EntryBody.SuggestionDeclined declined) {
        return notAnothers(state, agent).orElseGet(() -> Ruling.write(declined));
    }

    private static EntryBody.Claimed claimed(int episode, Agent agent) {
        return new EntryBody.Claimed(episode, agent.account(), agent.name());
    }

    /** What only the agent who has the conversation may do. */
    private static Ruling mine(ConversationState state, Agent agent, Function<Episode, Ruling> act) {
        Optional<Episode> open = state.openEpisode();
        if (open.isEmpty()) return Ruling.refuse(NOT_NOW, "No matter is open here: claim the conversation first");
        Episode episode = open.get();
        if (episode.holder() != Holder.CLAIMED) {
            return Ruling.refuse(NOT_CLAIMED, "Nobody has this conversation: claim it first");
        }
        return has(agent, episode) ? act.apply(episode) : taken(episode);
    }

    private static Optional<Ruling> notAnothers(ConversationState state, Agent agent) {
        return state.openEpisode()
                .filter(episode -> episode.holder() == Holder.CLAIMED)
                .filter(episode -> !has(agent, episode) && !agent.takesOver())
                .map(DeskRules::taken);
    }

    private static boolean has(Agent agent, Episode episode) {
        return Long.valueOf(agent.account()).equals(episode.claimedBy());
    }

    private static Ruling taken(Episode episode) {
        String who = episode.agent() == null ? "Another agent" : episode.agent();
        return Ruling.refuse(TAKEN, who + " has this conversation");
    }

    private static Ruling held(ConversationState state) {
        Problem problem = state.problems().get(0);
        return Ruling.refuse(HELD, "Suggestions wait until this is put right: " + problem.title());
    }
}
