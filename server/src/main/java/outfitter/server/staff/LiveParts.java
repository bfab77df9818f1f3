package outfitter.server.staff;

import outfitter.assist.panel.PanelFeed;
import outfitter.assist.queue.Attendance;
import outfitter.assist.queue.Queue;
import outfitter.models.conversation.Conversations;
import outfitter.models.journal.News;
import outfitter.server.channel.Typing;
import outfitter.server.channel.delivery.ReplyTracks;

/** What a live socket tells of. */
public record LiveParts(
        Queue queue,
        QueueTexts queueTexts,
        Attendance attendance,
        PanelFeed feed,
        Conversations conversations,
        News news,
        Typing typing,
        ReplyTracks tracks) {}
