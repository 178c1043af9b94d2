namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>GnuPG with a key ring of its own: a peer that nobody here wrote. Its agent ends with it.</summary>
public sealed class Gpg : IAsyncDisposable
{
    public const string Passphrase = "nur für Versuche";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gpg");

    private string? _secret;

    private Gpg()
    {
    }

    public static Gpg OrSkip()
    {
        Peer.OrSkip("gpg");
        Peer.OrSkip("gpgconf");
        return new Gpg();
    }

    /// <summary>Makes a key with a subkey that encrypts.</summary>
    /// <param name="userId">Name and address.</param>
    /// <param name="algorithm">Such as <c>rsa3072</c> or <c>future-default</c> (Ed25519 and Curve25519).</param>
    /// <param name="expiry">In the form of gpg.</param>
    /// <param name="options">More options.</param>
    public async Task GenerateAsync(string userId, string algorithm, string expiry = "never", params string[] options)
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

    private async Task<string> ExportAsync(string how, string address)
    {
        await RunAsync("--armor", "--output", PathOf("export.asc"), how, address);
        return System.IO.File.ReadAllText(PathOf("export.asc"));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
