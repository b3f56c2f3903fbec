package io.crosscare.local.suite;

import io.crosscare.local.token.DevelopmentTokens;
import io.crosscare.local.token.TokenRole;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Prints a development token for a role and nothing else, so that it can be put into a variable. */
@Command(name = "token")
public final class TokenCommand implements Callable<Integer> {

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Option(names = "--role", paramLabel = "ROLE", required = true, converter = RoleConverter.class)
    private TokenRole role = TokenRole.OPERATOR;

    @Option(names = "--institution", paramLabel = "CODE", converter = InstitutionConverter.class)
    private @Nullable String institution;

    @Option(names = "--region", paramLabel = "CODE", converter = RegionConverter.class)
    private @Nullable String region;

    @Option(names = "--person", paramLabel = "ID")
    private @Nullable String person;

    @Option(names = "--account", paramLabel = "NAME", converter = AccountConverter.class)
    private @Nullable String account;

    @Option(names = "--ttl", paramLabel = "TIME", defaultValue = "8h", converter = TtlConverter.class)
    private Duration ttl = Duration.ofHours(8);

    TokenCommand() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(new TokenCommand(), arguments));
    }

    @Override
    public Integer call() {
        Map<String, String> claims = new TreeMap<>();
        put(claims, "institution", institution);
        put(claims, "region", region);
        put(claims, "person", person);
        put(claims, TokenRole.ACCOUNT, account);
        String token = DevelopmentTokens.of(options.data().path()).token(role, claims, ttl);
        Console.standardOutput().println(token);
        return Commands.OK;
    }

    private static void put(Map<String, String> claims, String name, @Nullable String value) {
        if (value != null) {
            claims.put(name, value);
        }
    }

    /** Roles in upper or lower case. */
    static final class RoleConverter implements ITypeConverter<TokenRole> {

        @Override
        public TokenRole convert(String text) {
            try {
                return TokenRole.valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "没有这个角色 / no such role; HOSPITAL, AGENCY, PLATFORM, OPERATOR, INSURED");
            }
        }
    }

    /** The national shape of an institution code. */
    static final class InstitutionConverter implements ITypeConverter<String> {

        private static final Pattern FORM = Pattern.compile("H[1-9][0-9]{10}");

        @Override
        public String convert(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new TypeConversionException("机构代码为 H 加十一位数字 / an institution code is H and eleven digits");
            }
            return text;
        }
    }

    /** Six digits. */
    static final class RegionConverter implements ITypeConverter<String> {

        private static final Pattern FORM = Pattern.compile("[1-9][0-9]{5}");

        @Override
        public String convert(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new TypeConversionException("统筹区代码为六位数字 / a region code is six digits");
            }
            return text;
        }
    }

    /** A short word. */
    static final class AccountConverter implements ITypeConverter<String> {

        private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,20}");

        @Override
        public String convert(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new TypeConversionException(
                        "账号为 1 至 20 个小写字母或数字 / an account is 1 to 20 small letters or digits");
            }
            return text;
        }
    }

    /** A number and its unit: {@code 90s}, {@code 30m}, {@code 8h}, {@code 2d}. */
    static final class TtlConverter implements ITypeConverter<Duration> {

        private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

        @Override
        public Duration convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("写作 90s, 30m, 8h 或 2d / write 90s, 30m, 8h or 2d");
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
    }
}
