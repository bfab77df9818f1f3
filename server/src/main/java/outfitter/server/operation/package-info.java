/**
 * How the server is: {@link outfitter.server.operation.Health} answers a load balancer, {@link
 * outfitter.server.operation.Metrics} a Prometheus, and {@link outfitter.server.operation.WordlessThrowables} keeps
 * customers' words out of logged stack traces.
 */
@NullMarked
package outfitter.server.operation;

import org.jspecify.annotations.NullMarked;
