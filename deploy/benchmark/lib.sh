# Shared by the load programs; sourced, not run.
. "$(dirname "${BASH_SOURCE[0]}")/../local/lib.sh"

target=$root/deploy/benchmark/target

# stage_benchmark: sets $classpath to jars that no later build writes to; copies are named after their content.
stage_benchmark() {
    local jar sum folder ours
    ours=("$target/benchmark.jar"
        "$root"/{chassis/target/chassis,deploy/local/target/local,settlement-service/target/settlement-service-protocol}.jar)
    sum=$(cat "${ours[@]}" | cksum)
    folder=$target/run/${sum%% *}
    if [ ! -d "$folder" ]; then
        rm -rf "$folder.draft"
        mkdir -p "$folder.draft"
        cp -p "${ours[@]}" "$folder.draft/"
        mv "$folder.draft" "$folder"
        (cd "$target/run" && ls -1td -- */ | tail -n +4 | while IFS= read -r jar; do rm -rf "$jar"; done)
    fi
    classpath=$folder/benchmark.jar
    while IFS= read -r jar; do
        case $jar in
            "$root"/*) jar=$folder/${jar##*/} ;;
        esac
        classpath=$classpath:$jar
    done < <(tr ':' '\n' <"$target/classpath"; echo)
}

# run_benchmark CLASS ARGUMENTS...: builds what is not built and runs the program in place of this shell.
run_benchmark() {
    find_jdk
    build deploy/benchmark
    stage_benchmark
    exec "$jdk/bin/java" -XX:+UseSerialGC -Xmx1g -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -cp "$classpath" "io.crosscare.benchmark.$1" "${@:2}"
}
