using System.Reflection;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Contracts.SecureMail;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>An eID server on JAX-WS RI and WSS4J, made from a WSDL; it demands a client certificate. One for all tests of the class.</summary>
public sealed class EidPeer : IAsyncLifetime
{
    private const string Jars = "/usr/share/java";

    private static readonly string[] Libraries =
    [
        "FastInfoset", "commons-logging", "glassfish-management-api", "gmbal", "istack-commons-runtime", "javax.activation", "javax.xml.soap-api", "jaxb-api", "jaxb-core", "jaxb-runtime",
        "jaxws-api", "jaxws-ri-rt-jdk9", "jaxws-rt", "metro-policy", "mimepull", "saaj-impl", "slf4j-api", "slf4j-simple", "stax-ex", "stax2-api", "streambuffer", "txw2", "woodstox-core",
        "wss4j", "xmlsec", "jws-api", "geronimo-annotation-1.3-spec",
    ];

    private PeerProcess? _process;

    internal EidPeerKeys Keys { get; } = new();

    private static string Tests { get; } = Path.Combine(
        typeof(EidPeer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!, "tests");

    private static string? Missing => PeerProcess.Find("wsimport") is null || PeerProcess.Find("ecj") is null || PeerProcess.Find("java") is null
        ? "wsimport (jaxws), ecj or java is not installed."
        : Libraries.FirstOrDefault(jar => !File.Exists($"{Jars}/{jar}.jar")) is { } jar ? $"{jar}.jar (libjaxws-java, libwss4j-java) is not installed." : null;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        var folder = Directory.CreateTempSubdirectory("eid-peer");
        var classPath = string.Join(Path.PathSeparator, [".", .. Libraries.Select(jar => $"{Jars}/{jar}.jar")]);
        await BuildAsync(folder, classPath);
        Keys.WriteTo(folder.FullName);
        var port = PeerProcess.FreePort();
        _process = await PeerProcess.StartAsync(
            folder, port, "java", "-Xmx256m", "-XX:TieredStopAtLevel=1", "--add-exports", "jdk.httpserver/com.sun.net.httpserver=ALL-UNNAMED", "-cp", classPath, "EidPeer", $"{port}", folder.FullName);
    }

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        Keys.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A client of the peer, or a skipped test.</summary>
    internal IEidServerClient ClientOrSkip(Func<EidServerConnection, EidServerConnection>? change = null, bool withCertificate = true)
    {
        if (Missing is { } missing)
            Assert.Skip(missing);
        var connection = new EidServerConnection
        {
            Address = new Uri($"https://127.0.0.1:{_process!.Port}/eID"),
            SigningCertificate = Keys.Service,
            ServerCertificates = [Keys.Server],
            PollInterval = TimeSpan.FromMilliseconds(100),
        };
        return EidServerClients.Create(change?.Invoke(connection) ?? connection, new HttpClient(Handler(withCertificate)), TimeProvider.System);
    }

    private SocketsHttpHandler Handler(bool withCertificate)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.CertificateChainPolicy = new System.Security.Cryptography.X509Certificates.X509ChainPolicy
        {
            RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { Keys.Root },
        };
        if (withCertificate)
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => Keys.ClientTls;
        return handler;
    }

    // The classes of the messages come out of the WSDL, by the tool of the peer.
    private static async Task BuildAsync(DirectoryInfo folder, string classPath)
    {
        var description = folder.CreateSubdirectory("META-INF").FullName;
        foreach (var file in new[] { "Contracts/peers/eid/eid-service.wsdl", "Eid/EidServer/tr-03130.xsd", "Eid/EidServer/dss-result.xsd" })
            File.Copy(Path.Combine(Tests, file), Path.Combine(description, Path.GetFileName(file)));
        await PeerProcess.RunAsync(folder, "wsimport", "-quiet", "-Xnocompile", "-s", ".", "-p", "peer.eid", "-wsdllocation", "META-INF/eid-service.wsdl", "META-INF/eid-service.wsdl");
        await PeerProcess.RunAsync(
            folder, "ecj", "-17", "-proc:none", "-nowarn", "--add-exports", "jdk.httpserver/com.sun.net.httpserver=ALL-UNNAMED", "-cp", classPath, "-d", ".", "peer",
            Path.Combine(Tests, "Contracts", "peers", "eid", "EidPeer.java"));
    }
}
