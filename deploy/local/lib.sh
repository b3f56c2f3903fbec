# Shared by up, down, status, token, audit, measure-start and the load programs: finds a JDK, builds what is out of date, runs a command.
# Sourced, never run. Works with bash 3.2 and later.

set -u
script_arguments=("$@")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
needed_jdk=25
build_log="$root/deploy/local/target/build.log"

# say CHINESE ENGLISH: one line for people, on standard error so that results stay alone on standard output.
say() {
    printf '%s / %s\n' "$1" "$2" >&2
}

# jdk_version HOME: the feature release of a JDK, empty when there is none. Reads its release file; starts nothing.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# jdk_homes: where a JDK may be, the likeliest first.
jdk_homes() {
    local found
    printf '%s\n' "${JAVA_HOME:-}"
    found=$(command -v java || true)
    if [ -n "$found" ]; then
        found=$(readlink -f "$found" 2>/dev/null || printf '%s' "$found")
        printf '%s\n' "${found%/bin/java}"
    fi
    local place
    for place in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* \
        "${HOME:-/nonexistent}"/.asdf/installs/java/*; do
        [ -d "$place" ] && printf '%s\n' "$place"
    done
}

# find_jdk: sets $jdk to the home of a JDK that is new enough, or ends with a clear word.
find_jdk() {
    local home version seen=''
    while IFS= read -r home; do
        [ -n "$home" ] || continue
        version=$(jdk_version "$home")
        [ -n "$version" ] || continue
        if [ "$version" -ge "$needed_jdk" ]; then
            jdk=$home
            return 0
        fi
        seen="$seen $version ($home)"
    done <<EOF
$(jdk_homes)
EOF
    say "缺少 JDK $needed_jdk 或更新的版本; 找到的是:${seen:- 无}" "a JDK $needed_jdk or newer is missing; found:${seen:- none}"
    say '安装后重试, 或把 JAVA_HOME 指向它' 'install one and try again, or point JAVA_HOME at it'
    exit 1
}

# jar_of MODULE: where its build leaves the jar.
jar_of() {
    printf '%s/%s/target/%s.jar' "$root" "$1" "${1##*/}"
}

# is_stale MODULE SOURCES...: whether the jar is missing or older than one of its sources. A build that found nothing to do leaves
# the jar as it is, so a stamp beside it counts too.
is_stale() {
    local module=$1 jar stamp reference
    shift
    jar=$(jar_of "$module")
    stamp="$root/$module/target/.built"
    [ -f "$jar" ] || return 0
    reference=$jar
    [ "$stamp" -nt "$jar" ] && reference=$stamp
    [ -n "$(cd "$root" && find pom.xml "$@" -newer "$reference" -print -quit)" ]
}

# stale_modules MODULE...: those of them that must be built.
stale_modules() {
    local module
    for module in "$@"; do
        case $module in
            deploy/local) is_stale "$module" "$module/pom.xml" "$module/src/main" ;;
            deploy/acceptance)
                is_stale "$module" "$module/pom.xml" "$module/src/main" deploy/local/pom.xml deploy/local/src/main ;;
            deploy/simulator)
                is_stale "$module" "$module/pom.xml" "$module/src/main" {chassis,settlement-service,error-correction-service}/{pom.xml,src/main} ;;
            deploy/verifier)
                is_stale "$module" "$module/pom.xml" "$module/src/main" {chassis,settlement-service}/{pom.xml,src/main} ;;
            deploy/benchmark)
                is_stale "$module" "$module/pom.xml" "$module/src/main" {deploy/local,chassis,settlement-service}/{pom.xml,src/main} ;;
            *) is_stale "$module" "$module/pom.xml" "$module/src/main" chassis/pom.xml chassis/src/main ;;
        esac && printf '%s\n' "$module"
    done
    return 0
}

# takes_as_built: whether the script was called with --as-built, as the acceptance tests do: they run inside a build, so nothing may
# be built, and what the build has packaged is what they test.
takes_as_built() {
    case " ${script_arguments[*]:-} " in
        *' --as-built '*) return 0 ;;
    esac
    return 1
}

# build MODULE...: brings them up to date; never silent for ten seconds.
build() {
    local stale module list='' maven_pid line last='Maven' shown=0 total quiet=0 code stamp
    takes_as_built && return 0
    stale=$(stale_modules "$@")
    [ -n "$stale" ] || return 0
    if ! command -v mvn >/dev/null; then
        say '缺少 Maven (命令 mvn), 需要它来构建' 'Maven (the command mvn) is missing; it is needed for the build'
        exit 1
    fi
    for module in $stale; do
        list="$list${list:+,}$module"
    done
    say "构建 $list" 'building what is missing or older than its sources'
    mkdir -p "${build_log%/*}"
    : >"$build_log" # the loop below may look at it before Maven has begun
    stamp=$(mktemp)
    (cd "$root" && JAVA_HOME=$jdk exec mvn -B package -DskipTests -pl "$list" -am) >"$build_log" 2>&1 </dev/null &
    maven_pid=$!
    trap 'kill "$maven_pid" 2>/dev/null; rm -f "$stamp"; exit 130' INT TERM
    while :; do
        total=$(wc -l <"$build_log")
        line=''
        [ "$total" -gt "$shown" ] && line=$(sed -n "$((shown + 1)),${total}s/^\[INFO\] Building \([^ ]*\) .*\(\[[0-9/]*\]\)\$/\2 \1/p" "$build_log")
        shown=$total
        if [ -n "$line" ]; then
            printf '%s\n' "$line" | sed 's/^/  /' >&2
            last=${line##*$'\n'}
            quiet=0
        fi
        kill -0 "$maven_pid" 2>/dev/null || break
        if [ "$quiet" -ge 7 ]; then
            say "  仍在构建 $last; 已下载 $(grep -c 'Downloaded from' "$build_log") 个文件" 'still building; files downloaded so far'
            quiet=0
        fi
        sleep 1
        quiet=$((quiet + 1))
    done
    code=0
    wait "$maven_pid" || code=$?
    trap - INT TERM
    if [ "$code" -ne 0 ]; then
        rm -f "$stamp"
        say "构建失败; 全部输出在 $build_log" 'the build failed; its errors:'
        grep -E '^\[ERROR\]|^\[WARNING\] /' "$build_log" | head -20 >&2
        exit 1
    fi
    for module in $stale; do
        touch -r "$stamp" "$root/$module/target/.built"
    done
    rm -f "$stamp"
}

# stage_local: sets $local_folder to a copy of local.jar and its libraries that no later build writes to, named after its content.
stage_local() {
    local built folders sum draft
    built=$(jar_of deploy/local)
    folders="$root/deploy/local/target/run"
    sum=$(cksum <"$built")
    local_folder="$folders/${sum%% *}"
    [ -d "$local_folder" ] && return 0
    mkdir -p "$folders"
    draft=$(mktemp -d "$folders/.draft.XXXXXX")
    cp -p "$built" "$draft/"
    cp -Rp "${built%/*}/lib" "$draft/"
    # Somebody who starts at the same time may have been quicker; then this one is not needed.
    [ ! -d "$local_folder" ] && mv "$draft" "$local_folder" || rm -rf "$draft"
    (cd "$folders" && ls -1td -- */ | tail -n +4 | while IFS= read -r old; do rm -rf "$old"; done)
}

# run_command MAIN ARGUMENTS...: replaces this shell by a Java command of the suite.
run_command() {
    local main=$1
    shift
    stage_local
    exec "$jdk/bin/java" -XX:+UseSerialGC -Xmx128m -cp "$local_folder/local.jar" "io.crosscare.local.suite.$main" \
        --root "$root" --local "$local_folder" "$@"
}

# wants_help ARGUMENTS...: whether one of them asks for help.
wants_help() {
    local argument
    for argument in "$@"; do
        case $argument in
            -h | --help) return 0 ;;
        esac
    done
    return 1
}
