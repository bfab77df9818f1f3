package outfitter.server.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * {@code /metrics} in Prometheus' text format: Vert.x (HTTP by route, pools), the JVM, and whatever parts register.
 * Labels are routes and codes, never paths, so that their number stays small and no customer is in them.
 */
public final class Metrics implements AutoCloseable {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    /** Chatty domains that nobody would look at. */
    private static final Set<MetricsDomain> LEFT_OUT = EnumSet.of(
            MetricsDomain.EVENT_BUS, MetricsDomain.NET_CLIENT, MetricsDomain.NET_SERVER, MetricsDomain.DATAGRAM_SOCKET);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    public Metrics() {
        gc.bindTo(registry);
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics(),
                        new FileDescriptorMetrics())
                .forEach(binder -> binder.bindTo(registry));
    }

    /** Where parts register their own meters. */
    public MeterRegistry registry() {
        return registry;
    }

    /** A builder of a Vert.x that reports here. */
    public VertxBuilder measured(VertxBuilder builder, VertxOptions options) {
        MicrometerMetricsOptions measure = new MicrometerMetricsOptions()
                .setEnabled(true)
                .setLabels(EnumSet.of(
                        Label.HTTP_METHOD, Label.HTTP_ROUTE, Label.HTTP_CODE, Label.POOL_TYPE, Label.POOL_NAME));
        LEFT_OUT.forEach(measure::addDisabledMetricsCategory);
        return builder.with(options.setMetricsOptions(measure)).withMetrics(new MicrometerMetricsFactory(registry));
    }

    public void mount(Router router) {
        router.get("/metrics")
                .handler(ctx -> ctx.response().putHeader("Content-Type", TYPE).end(registry.scrape()));
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
