package outfitter.assist.handoff;

/**
 * Who acts.
 *
 * @param name what colleagues and customers read
 * @param takesOver whether they may take a conversation from the agent who has it
 */
public record Agent(long account, String name, boolean takesOver) {}
