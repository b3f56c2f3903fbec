package io.crosscare.chassis.testing.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosscare.chassis.testing.contract.SourceDocs.TypeDoc;
import io.crosscare.chassis.testing.contract.SourceDocs.Words;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas of records. A component that may be null is left out of answers, so it is not required; in requests, whose
 * components may all be null until they are checked, those are not required whose Javadoc begins with "optional".
 */
final class Schemas {

    private static final String STATE = "State";
    private static final String DAY = "date";
    private static final String INSTANT = "date-time";

    /** How every day is described: {@link Units} sees to it. */
    static final String DAY_IN_CHINA = "a day in China";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String OPTIONAL = "optional";
    private static final String ANY = "*";
    private static final String DESCRIPTION = "description";

    private final SourceDocs docs;
    private final Vocabulary vocabulary;
    private final String root;
    private final Map<String, ObjectNode> components = new TreeMap<>();
    private final Map<String, Type> owners = new TreeMap<>();
    private final Set<String> unexplained = new TreeSet<>();

    /**
     * Collects the schemas of one document.
     *
     * @param root where the document keeps them: {@code #/components/schemas/}
     */
    Schemas(SourceDocs docs, Vocabulary vocabulary, String root) {
        this.docs = docs;
        this.vocabulary = vocabulary;
        this.root = root;
    }

    /** Those met so far, by name. */
    Map<String, ObjectNode> components() {
        return components;
    }

    void put(String name, ObjectNode schema) {
        components.put(name, schema);
    }

    ObjectNode ref(String name) {
        return NODES.objectNode().put("$ref", root + name);
    }

    ObjectNode ofAnswer(Type type) {
        return of(type, Map.of(), false);
    }

    ObjectNode ofRequest(Type type) {
        return of(type, Map.of(), true);
    }

    /** A value that travels as text, in a path or query. */
    ObjectNode ofText(String name, Words words, Class<?> type) {
        ObjectNode schema = of(type, Map.of(), false);
        narrow(schema, name, words);
        return schema;
    }

    /** What is said of a name: by its owner, else by the vocabulary. */
    String describe(String name, Words words, String owner) {
        Optional<Vocabulary.Term> term = vocabulary.find(name);
        String own = isOptional(words)
                ? words.text().substring(OPTIONAL.length()).replaceFirst("^[:,;]? *", "")
                : words.text();
        if (own.isEmpty()) {
            return term.map(Vocabulary.Term::text).orElseGet(() -> unexplained(owner + " " + name));
        }
        return own;
    }

    /** What neither Javadoc nor vocabulary explains, all of it. */
    Set<String> unexplained() {
        return unexplained;
    }

    String unexplained(String what) {
        unexplained.add(what);
        return "";
    }

    static boolean isOptional(Words words) {
        return words.text().startsWith(OPTIONAL);
    }

    private ObjectNode of(Type type, Map<TypeVariable<?>, Type> bound, boolean isRequest) {
        if (type instanceof TypeVariable<?> variable) {
            return of(bound.getOrDefault(variable, Object.class), Map.of(), isRequest);
        }
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic, bound, isRequest);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return NODES.objectNode().put("type", "string");
        } else if (raw == LocalDate.class) {
            return NODES.objectNode().put("type", "string").put("format", "date");
        } else if (raw == Instant.class) {
            return NODES.objectNode().put("type", "string").put("format", "date-time");
        } else if (raw == long.class || raw == Long.class) {
            return NODES.objectNode().put("type", "integer").put("format", "int64");
        } else if (raw == int.class || raw == Integer.class) {
            return NODES.objectNode().put("type", "integer").put("format", "int32");
        } else if (raw == boolean.class || raw == Boolean.class) {
            return NODES.objectNode().put("type", "boolean");
        } else if (raw == byte[].class) {
            return NODES.objectNode().put("type", "string").put("format", "binary");
        } else if (raw == Object.class) {
            return NODES.objectNode();
        } else if (raw.isEnum()) {
            return named(raw, nameOfEnum(raw), () -> ofEnum(raw));
        } else if (raw.isRecord()) {
            return named(raw, nameOf(raw), () -> ofRecord(raw, Map.of(), isRequest));
        }
        throw new IllegalStateException("no schema for " + type);
    }

    private ObjectNode ofGeneric(ParameterizedType generic, Map<TypeVariable<?>, Type> bound, boolean isRequest) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (raw == List.class) {
            ObjectNode schema = NODES.objectNode().put("type", "array");
            schema.set("items", of(arguments[0], bound, isRequest));
            return schema;
        }
        if (raw == Map.class) {
            ObjectNode schema = NODES.objectNode().put("type", "object");
            ObjectNode values = of(arguments[1], bound, isRequest);
            if (values.isEmpty()) {
                schema.put("additionalProperties", true);
            } else {
                schema.set("additionalProperties", values);
            }
            return schema;
        }
        Map<TypeVariable<?>, Type> own = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            own.put(raw.getTypeParameters()[i], arguments[i]);
        }
        String name = nameOf((Class<?>) arguments[0]) + nameOf(raw);
        return named(generic, name, () -> ofRecord(raw, own, isRequest));
    }

    private ObjectNode named(Type type, String name, Supplier<ObjectNode> schema) {
        Type owner = owners.get(name);
        if (owner != null && !owner.equals(type)) {
            Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
            Class<?> enclosing = raw.getEnclosingClass();
            if (raw.isEnum() && enclosing == null) {
                return named(type, name + "Code", schema);
            }
            if (enclosing == null && !name.endsWith(raw.getSimpleName())) {
                return named(type, raw.getSimpleName(), schema);
            }
            if (enclosing == null || name.startsWith(nameOf(enclosing))) {
                throw new IllegalStateException("two types would be called " + name + ": " + owner + " and " + type);
            }
            return named(type, nameOf(enclosing) + name, schema);
        }
        if (owner == null) {
            owners.put(name, type);
            components.put(name, schema.get());
        }
        return ref(name);
    }

    /** Without what only Java needs to know. */
    private static String nameOf(Class<?> type) {
        return type.getSimpleName().replaceFirst("(Response|Responses|Statement)$", "");
    }

    /** A state is one of something: services would have schemas of that name that are not the same. */
    private static String nameOfEnum(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> enclosing = type.getEnclosingClass();
        return enclosing != null && name.equals(STATE) ? nameOf(enclosing) + name : name;
    }

    private ObjectNode ofEnum(Class<?> type) {
        TypeDoc doc = docs.of(type);
        ObjectNode schema = NODES.objectNode().put("type", "string");
        ArrayNode values = schema.putArray("enum");
        List<String> explained = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            values.add(name);
            Words said = doc.constants().getOrDefault(name, Words.NONE);
            String words = said.isSilent() ? named(type, constant) : said.text();
            if (!words.isEmpty()) {
                explained.add("`" + name + "`: " + words);
            }
        }
        String text = doc.words().isSilent()
                ? vocabulary
                        .find(type.getSimpleName())
                        .map(Vocabulary.Term::text)
                        .orElse("")
                : doc.words().text();
        if (text.isEmpty()) {
            unexplained(type.getName());
        }
        schema.put(DESCRIPTION, String.join("\n- ", joined(text, explained)));
        return schema;
    }

    /** What a constant is called for people, where its type gives it names in Chinese, and perhaps in English. */
    private static String named(Class<?> type, Object constant) {
        return Stream.of("zh", "en")
                .flatMap(language -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(language) && method.getParameterCount() == 0)
                        .filter(method -> method.getReturnType() == String.class))
                .map(method -> textOf(method, constant))
                .collect(Collectors.joining(" · "));
    }

    private static String textOf(Method method, Object constant) {
        try {
            method.setAccessible(true);
            return String.valueOf(method.invoke(constant));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> joined(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private ObjectNode ofRecord(Class<?> type, Map<TypeVariable<?>, Type> bound, boolean isRequest) {
        TypeDoc doc = docs.of(type);
        ObjectNode schema = NODES.objectNode().put("type", "object");
        if (doc.words().isSilent()) {
            unexplained(type.getName());
        }
        schema.put(DESCRIPTION, doc.words().text());
        ObjectNode properties = NODES.objectNode();
        Set<String> required = new LinkedHashSet<>();
        addComponents(type, bound, isRequest, true, properties, required);
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
        schema.set("properties", properties);
        if (isRequest) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    private void addComponents(
            Class<?> type,
            Map<TypeVariable<?>, Type> bound,
            boolean isRequest,
            boolean isThere,
            ObjectNode properties,
            Set<String> required) {
        TypeDoc doc = docs.of(type);
        for (RecordComponent component : type.getRecordComponents()) {
            boolean isNullable = isNullable(component);
            Words words = doc.param(component.getName());
            if (isUnwrapped(type, component)) {
                addComponents(component.getType(), bound, isRequest, isThere && !isNullable, properties, required);
                continue;
            }
            String name = component.getName();
            ObjectNode property = of(component.getGenericType(), bound, isRequest);
            narrow(property, name, words);
            properties.set(name, described(property, describe(name, words, type.getName())));
            if (isThere && (isRequest ? !isOptional(words) : !isNullable)) {
                required.add(name);
            }
        }
    }

    /** OpenAPI 3.1 lets a description stand beside a reference. */
    private static ObjectNode described(ObjectNode property, String text) {
        return property.put(DESCRIPTION, text);
    }

    /** The annotation may be kept by the component's field only. */
    private static boolean isUnwrapped(Class<?> type, RecordComponent component) {
        try {
            AnnotatedElement field = type.getDeclaredField(component.getName());
            return field.isAnnotationPresent(JsonUnwrapped.class)
                    || component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class)
                || (type instanceof AnnotatedParameterizedType generic && generic.isAnnotationPresent(Nullable.class));
    }

    /** Text that travels as a string is one of the constants its Javadoc links to, or has the form of its name. */
    private void narrow(ObjectNode schema, String name, Words words) {
        ObjectNode text =
                schema.path("type").asString("").equals("array") && schema.get("items") instanceof ObjectNode items
                        ? items
                        : schema;
        if (!text.path("type").asString("").equals("string") || text.has("format")) {
            return;
        }
        Optional<Class<?>> link = words.links().stream().filter(Class::isEnum).findFirst();
        if (link.isPresent()) {
            text.removeAll();
            text.setAll(of(link.get(), Map.of(), false));
            return;
        }
        switch (formOf(name, words)) {
            case "" -> {
                if (words.text().contains(DAY_IN_CHINA)) {
                    text.put("format", DAY);
                }
            }
            case String form when form.equals(DAY) || form.equals(INSTANT) -> text.put("format", form);
            case String form -> text.put("pattern", "^" + form.replace("`", "") + "$");
        }
    }

    /** The form of its name, unless its own words say that it may be anything or an instant. */
    private String formOf(String name, Words words) {
        if (words.codes().contains(ANY)) {
            return "";
        }
        return words.codes().contains(INSTANT)
                ? INSTANT
                : vocabulary.find(name).map(Vocabulary.Term::form).orElse("");
    }
}
