package outfitter.models.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Holder;
import outfitter.models.conversation.Problem;
import outfitter.models.conversation.Proof;

/**
 * What both conversations get to hear when one absorbs the other: pure. The matter under way in the absorbed one goes on
 * in the survivor — what the bot owed, a place in the queue, the agent who had it, problems, proofs — so that nobody who
 * waited is forgotten.
 */
record MergePlan(List<EntryBody> forSurvivor, List<EntryBody> forAbsorbed) {

    static MergePlan of(Conversation survivor, Conversation absorbed, long merge, String cause) {
        ConversationState there = absorbed.state();
        ConversationState here = survivor.state();
        Episode moving = there.openEpisode().orElse(null);
        List<EntryBody> left = new ArrayList<>();
        if (moving != null) {
            left.add(new EntryBody.EpisodeEnded(moving.number(), outfitter.models.conversation.Outcome.MOVED, null));
        }
        left.add(new EntryBody.Absorbed(survivor.id().value(), merge));

        List<EntryBody> arrived = new ArrayList<>();
        boolean busy = here.openEpisode().isPresent();
        JsonNode dialogue = moving != null && !busy ? there.dialogue() : null;
        if (moving != null && !busy) arrived.add(new EntryBody.EpisodeOpened(here.nextEpisode(), null));
        arrived.add(new EntryBody.Merged(
                absorbed.id().value(),
                merge,
                cause,
                there.unanswered(),
                dialogue,
                there.replyTo(),
                there.lastCustomerAt(),
                there.heard()));
        for (Proof proof : there.proofs()) {
            if (!here.proofs().contains(proof)) arrived.add(new EntryBody.Proved(proof));
        }
        int number = here.problemCount();
        for (Problem problem : there.problems()) {
            arrived.add(new EntryBody.ProblemOpened(
                    ++number,
                    problem.kind(),
                    problem.severity(),
                    problem.title(),
                    problem.order(),
                    problem.product(),
                    null));
        }
        if (moving != null) arrived.addAll(queueing(here, there, moving));
        return new MergePlan(arrived, left);
    }

    // A place in the queue, and an agent who had it, come along; a person already at work in the survivor stays.
    private static List<EntryBody> queueing(ConversationState here, ConversationState there, Episode moving) {
        boolean withPerson = moving.holder() == Holder.WAITING || moving.holder() == Holder.CLAIMED;
        if (!withPerson || here.holder() != Holder.BOT) return List.of();
        int number = here.openEpisode().map(Episode::number).orElse(here.nextEpisode());
        List<EntryBody> steps = new ArrayList<>();
        steps.add(new EntryBody.HandedOff(
                number,
                orElse(moving.reason(), "asked"),
                orElse(moving.headline(), ""),
                there.understood(),
                moving.virtualArrival()));
        Long account = moving.claimedBy();
        if (moving.holder() == Holder.CLAIMED && account != null) {
            steps.add(new EntryBody.Claimed(number, account, orElse(moving.agent(), "")));
        }
        return steps;
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
