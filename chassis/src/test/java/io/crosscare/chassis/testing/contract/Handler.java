package io.crosscare.chassis.testing.contract;

import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.contract.SourceDocs.MethodDoc;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A method of a controller, as Spring maps it.
 *
 * @param path below the root of all doors
 * @param consumes what it takes
 * @param mediaType what it answers with
 */
record Handler(String httpMethod, String path, List<String> consumes, String mediaType, Method method, MethodDoc doc) {

    private static final String ROOT = "/api/v1";

    /** All of a package and those in it, in a stable order. */
    static List<Handler> in(String basePackage, SourceDocs docs) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents(basePackage).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(controller -> ofController(controller, docs))
                .sorted(Comparator.comparing(Handler::id)
                        .thenComparing(Handler::mediaType)
                        .thenComparing(Handler::name))
                .toList();
    }

    private static Stream<Handler> ofController(Class<?> controller, SourceDocs docs) {
        String prefix = mapping(controller).map(Handler::pathOf).orElse("");
        return Arrays.stream(controller.getDeclaredMethods())
                .flatMap(method -> mapping(method).stream().map(mapping -> {
                    String path = (prefix + pathOf(mapping)).substring(ROOT.length());
                    String[] produces = mapping.produces();
                    String[] consumes = mapping.consumes();
                    return new Handler(
                            mapping.method()[0].name(),
                            path,
                            consumes.length == 0 ? List.of("application/json") : List.of(consumes),
                            produces.length == 0
                                    ? "application/json"
                                    : produces[0].split(";", 2)[0],
                            method,
                            docs.of(controller).method(method.getName(), method.getParameterCount()));
                }));
    }

    private static Optional<RequestMapping> mapping(AnnotatedElement element) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class));
    }

    private static String pathOf(RequestMapping mapping) {
        return mapping.path().length == 0 ? "" : mapping.path()[0];
    }

    String id() {
        return httpMethod + " " + path;
    }

    String name() {
        return method.getName();
    }

    /** What is answered, out of its publisher and its entity; text that is sent piece by piece is one text. */
    Type answer() {
        Type type = method.getGenericReturnType();
        while (type instanceof ParameterizedType generic
                && (generic.getRawType() == Mono.class
                        || generic.getRawType() == Flux.class
                        || generic.getRawType() == ResponseEntity.class)) {
            type = generic.getActualTypeArguments()[0];
        }
        return type;
    }

    Optional<Parameter> body() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst();
    }

    /** What it reads. */
    List<String> bodyTypes() {
        String[] consumes = mapping(method).map(RequestMapping::consumes).orElseGet(() -> new String[0]);
        return consumes.length == 0 ? List.of("application/json") : List.of(consumes);
    }

    List<Parameter> inPath() {
        return with(PathVariable.class);
    }

    /** Those that travel as text. */
    List<Parameter> inQuery() {
        return with(RequestParam.class).stream()
                .filter(parameter -> parameter.getType() == String.class)
                .toList();
    }

    /** Whether the gateway asks for no token. */
    boolean isPublic() {
        return path.startsWith("/public/");
    }

    boolean hasKey() {
        return !with(RequestHeader.class).isEmpty();
    }

    boolean asksWhoCalls() {
        return Arrays.stream(method.getParameters()).anyMatch(parameter -> parameter.getType() == Caller.class);
    }

    private List<Parameter> with(Class<? extends Annotation> annotation) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(annotation))
                .toList();
    }

    /** The name on the wire. */
    static String nameOf(Parameter parameter) {
        AnnotationAttributes given = Stream.of(PathVariable.class, RequestParam.class)
                .map(type -> AnnotatedElementUtils.getMergedAnnotationAttributes(parameter, type))
                .filter(attributes -> attributes != null)
                .findFirst()
                .orElseThrow();
        String name = given.getString("name");
        return name.isEmpty() ? parameter.getName() : name;
    }

    /** A name for programs: {@code createVisitSettlement} for {@code POST /visits/{id}/settlements}. */
    String operationId() {
        List<String> segments = List.of(path.substring(1).split("/", -1));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (!segment.startsWith("{")) {
                boolean isLast = i == segments.size() - 1;
                boolean isOne = !isLast || httpMethod.equals("POST");
                words.add(isOne ? singular(segment) : segment);
            }
        }
        String verb = switch (httpMethod) {
            case "GET" -> "get";
            case "POST" -> "create";
            default -> "put";
        };
        StringBuilder id = new StringBuilder(verb);
        words.stream()
                .flatMap(word -> Stream.of(word.split("[-.]", -1)))
                .forEach(
                        word -> id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
        return id.toString();
    }

    private static String singular(String plural) {
        return plural.replaceFirst("ies$", "y").replaceFirst("s$", "");
    }
}
