/* The main of a fuzz target in an ordinary build: hands it every file of the folders named, so that the seeds are read
 * on each run of the tests, under the sanitizers too. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay_file(const char *path) {
    struct stat st;
    FILE *f = fopen(path, "rb");
    if (f == NULL || fstat(fileno(f), &st) != 0) return perror(path), 1;
    if (!S_ISREG(st.st_mode)) return fclose(f);
    const size_t size = (size_t)st.st_size;
    uint8_t *data = malloc(size); /* of exactly that size, so that a sanitizer sees one byte too far */
    const size_t got = fread(data, 1, size, f);
    fclose(f);
    printf("reads %s\n", path); /* before it is read: a crash names its seed */
    fflush(stdout);
    if (got == size) LLVMFuzzerTestOneInput(data, size);
    free(data);
    return got == size ? 0 : 1;
}

static int replay_folder(const char *path) {
    DIR *dir = opendir(path);
    if (dir == NULL) return perror(path), 1;
    int status = 0;
    for (const struct dirent *e; (e = readdir(dir)) != NULL;) {
        char file[4096];
        const int n = snprintf(file, sizeof file, "%s/%s", path, e->d_name);
        if (n > 0 && (size_t)n < sizeof file) status |= replay_file(file);
    }
    closedir(dir);
    return status;
}

int main(int argc, char **argv) {
    int status = 0;
    for (int i = 1; i < argc; i++) status |= replay_folder(argv[i]);
    return status;
}
