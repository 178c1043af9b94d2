using System.Diagnostics;
using System.Reflection;

namespace BaseComponents.Tests.Contracts.SecureMail.Peers;

/// <summary>Bouncy Castle for Java. One virtual machine does all the work: it is told line by line.</summary>
internal sealed class JavaPeer : CommandPeer
{
    private const string Jars = "/usr/share/java";

    private static readonly string _source = Path.Combine(
        typeof(JavaPeer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!, "tests", "Contracts", "peers", "java", "CmsPeer.java");

    private Process? _machine;

    public JavaPeer()
        : base("ecj")
    {
    }

    private static string Libraries => string.Join(':', new[] { "bcprov", "bcutil", "bcpkix", "bcmail" }.Select(jar => $"{Jars}/{jar}.jar"));

    public static void OrSkip()
    {
        Peer.OrSkip("java");
        Peer.OrSkip("ecj");
        if (!File.Exists(Jars + "/bcmail.jar"))
            Assert.Skip("Bouncy Castle for Java (libbcmail-java) is not installed.");
    }

    public override Task<byte[]> DecryptAsync(byte[] envelope, PeerKey recipient) => DoAsync("decrypt", recipient.Pem, envelope);

    public override Task VerifyAsync(byte[] content, byte[] signature, PeerKey signer) => DoAsync("verify", PeerKey.RootPem, content, PathOf(Write("signature", signature)));

    public override Task<byte[]> EncryptAsync(byte[] content, EncryptionWay way, PeerKey recipient) => DoAsync(
        "encrypt", recipient.Pem, content, way.IsAuthenticated ? "gcm" : "cbc", way.Transport == "ECDH" ? SchemeOf(way.Kind) : way.Transport.ToLowerInvariant());

    public override Task<byte[]> SignAsync(byte[] content, SignatureWay way, PeerKey signer) => DoAsync("sign", signer.Pem, content, way.Algorithm switch
    {
        "RSA" => "SHA256withRSA",
        "PSS" => "SHA256withRSAandMGF1",
        "ECDSA" => $"{way.Hash}withECDSA",
        _ => way.Kind,
    });

    public override async ValueTask DisposeAsync()
    {
        if (_machine is not null)
        {
            _machine.StandardInput.Close();
            await _machine.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            _machine.Dispose();
        }

        await base.DisposeAsync();
    }

    // Derivation with the hash of the curve's strength (RFC 5753 section 7.1.4).
    private static string SchemeOf(string kind) => kind.Contains("384", StringComparison.Ordinal) ? "1.3.132.1.11.2" : "1.3.132.1.11.1";

    private async Task<byte[]> DoAsync(string what, string pem, byte[] input, params string[] more)
    {
        var machine = _machine ??= await StartAsync();
        Write("key", pem);
        Write("in", input);
        await machine.StandardInput.WriteLineAsync(string.Join('|', [what, PathOf("key"), PathOf("in"), .. more, PathOf("out")]));
        await machine.StandardInput.FlushAsync();
        var answer = await machine.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) ?? throw new InvalidOperationException("The virtual machine has ended.");
        return answer == "done" ? File.ReadAllBytes(PathOf("out")) : throw new PeerCannotException(answer);
    }

    private async Task<Process> StartAsync()
    {
        await RunAsync(null, ["-17", "-proc:none", "-nowarn", "-cp", Libraries, "-d", Folder, _source]);
        return Process.Start(new ProcessStartInfo("java", ["-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", $"{Libraries}:{Folder}", "CmsPeer"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }
}
