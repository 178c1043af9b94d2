using System.Collections.Concurrent;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>GnuPG with a key ring of its own: a peer that nobody here wrote. Its agent ends with it.</summary>
public sealed class Gpg : IAsyncDisposable
{
    public const string Passphrase = "nur für Versuche";

    // A key of RSA takes seconds to make, so each is made once in a run, in a folder of its own, and copied.
    private static readonly ConcurrentDictionary<string, Lazy<Task<MadeKey>>> _made = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gpg");

    private string? _secret;

    private Gpg(bool isSlow)
    {
        if (!isSlow)
            File("gpg-agent.conf", "s2k-count 65536\n");
    }

    /// <param name="isSlow">Whether a passphrase takes as long as it does outside, which is a tenth of a second for gpg and longer for others; each use of a key waits for it.</param>
    public static Gpg OrSkip(bool isSlow = false)
    {
        Peer.OrSkip("gpg");
        Peer.OrSkip("gpgconf");
        return new Gpg(isSlow);
    }

    /// <summary>The key of that user and kind with a subkey that encrypts: the same at each call.</summary>
    /// <inheritdoc cref="GenerateAnotherAsync"/>
    public async Task GenerateAsync(string userId, string algorithm, string expiry = "never", params string[] options)
    {
        var made = await _made.GetOrAdd(string.Join('|', [userId, algorithm, expiry, .. options]), _ => new Lazy<Task<MadeKey>>(() => MakeAsync(userId, algorithm, expiry, options))).Value;
        foreach (var (name, content) in made.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            File(name, content);
        }

        await ImportAsync(made.Public);
    }

    /// <summary>Makes a key with a subkey that encrypts.</summary>
    /// <param name="userId">Name and address.</param>
    /// <param name="algorithm">Such as <c>rsa3072</c> or <c>future-default</c> (Ed25519 and Curve25519).</param>
    /// <param name="expiry">In the form of gpg.</param>
    /// <param name="options">More options.</param>
    public async Task GenerateAnotherAsync(string userId, string algorithm, string expiry = "never", params string[] options)
    {
        var isDefault = algorithm == "future-default";
        var said = await RunAsync([.. options, "--quick-generate-key", userId, algorithm, isDefault ? "default" : "sign,cert", expiry]);
        if (isDefault)
            return;
        var fingerprint = said.Split('\n').First(line => line.StartsWith("[GNUPG:] KEY_CREATED", StringComparison.Ordinal)).Trim().Split(' ')[^1];
        await RunAsync([.. options, "--quick-add-key", fingerprint, algorithm, "encrypt", expiry]);
    }

    public Task<string> PublicKeyAsync(string address) => ExportAsync("--export", address);

    // The passphrase is made slow on purpose; once is enough.
    public async Task<string> SecretKeyAsync(string address) => _secret ??= await ExportAsync("--export-secret-keys", address);

    public Task ImportAsync(string key) => RunAsync("--import", File("import.asc", key));

    public string File(string name, byte[] content)
    {
        System.IO.File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    public string File(string name, string content) => File(name, System.Text.Encoding.UTF8.GetBytes(content));

    public byte[] Read(string name) => System.IO.File.ReadAllBytes(PathOf(name));

    /// <summary>The certificate of revocation that was made together with the key, as text that can be imported.</summary>
    public string Revocation()
    {
        var text = System.IO.File.ReadAllText(Directory.GetFiles(PathOf("openpgp-revocs.d")).Single());
        return text[text.IndexOf(":-----BEGIN", StringComparison.Ordinal)..].Replace(":-----BEGIN", "-----BEGIN", StringComparison.Ordinal);
    }

    /// <summary>Runs gpg; fails unless it ends with exit code 0. Its messages and status lines come back.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var (exitCode, output) = await TryAsync(arguments);
        exitCode.Should().Be(0, "gpg {0} said: {1}", string.Join(' ', arguments), output);
        return output;
    }

    public Task<(int ExitCode, string Output)> TryAsync(params string[] arguments) => Peer.RunAsync(
        "gpg",
        ["--homedir", _folder.FullName, "--batch", "--yes", "--no-tty", "--trust-model", "always", "--status-fd", "2", "--pinentry-mode", "loopback", "--passphrase", Passphrase, .. arguments],
        _folder.FullName);

    public async ValueTask DisposeAsync()
    {
        await Peer.RunAsync("gpgconf", ["--homedir", _folder.FullName, "--kill", "all"]);
        _folder.Delete(recursive: true);
    }

    private static async Task<MadeKey> MakeAsync(string userId, string algorithm, string expiry, string[] options)
    {
        await using var gpg = new Gpg(isSlow: false);
        await gpg.GenerateAnotherAsync(userId, algorithm, expiry, options);
        var files = new[] { "private-keys-v1.d", "openpgp-revocs.d" }.SelectMany(folder => Directory.GetFiles(gpg.PathOf(folder))).Append(gpg.PathOf("trustdb.gpg"));
        return new MadeKey(await gpg.PublicKeyAsync(userId), [.. files.Select(file => (Path.GetRelativePath(gpg.PathOf("."), file), System.IO.File.ReadAllBytes(file)))]);
    }

    private async Task<string> ExportAsync(string how, string address)
    {
        await RunAsync("--armor", "--output", PathOf("export.asc"), how, address);
        return System.IO.File.ReadAllText(PathOf("export.asc"));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private sealed record MadeKey(string Public, IReadOnlyList<(string Name, byte[] Content)> Files);
}
