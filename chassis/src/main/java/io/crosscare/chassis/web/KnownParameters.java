package io.crosscare.chassis.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.Text;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the door of a request, and refuses a query parameter that the door does not name, and one that is given twice: to pass
 * over a misspelt filter would answer another question. No door can forget it.
 */
public final class KnownParameters extends RequestMappingHandlerMapping {

    private final Map<Method, List<String>> names = new ConcurrentHashMap<>();

    @Override
    protected void handleMatch(RequestMappingInfo info, HandlerMethod door, ServerWebExchange exchange) {
        super.handleMatch(info, door, exchange);
        MultiValueMap<String, String> given = exchange.getRequest().getQueryParams();
        if (!given.isEmpty()) {
            check(given, names.computeIfAbsent(door.getMethod(), KnownParameters::namesOf));
        }
    }

    private static void check(MultiValueMap<String, String> given, List<String> known) {
        FieldChecks checks = new FieldChecks();
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                checks.reject(FieldError.printable(name), "unknown-field", unknown(known));
            } else if (values.size() != 1) {
                checks.reject(name, "repeated", Text.of("只能出现一次", "may be given once"));
            }
        });
        checks.throwIfInvalid();
    }

    private static Text unknown(List<String> known) {
        if (known.isEmpty()) {
            return Text.of("没有这个参数，此处不接受参数", "there is no such parameter; none is known here");
        }
        String listed = String.join(", ", known);
        return Text.of("没有这个参数；可用参数：" + listed, "there is no such parameter; known are " + listed);
    }

    private static List<String> namesOf(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(KnownParameters::nameOf)
                .toList();
    }

    private static String nameOf(Parameter parameter) {
        RequestParam annotation = Objects.requireNonNull(parameter.getAnnotation(RequestParam.class));
        String given = annotation.name().isEmpty() ? annotation.value() : annotation.name();
        return given.isEmpty() ? parameter.getName() : given;
    }
}
