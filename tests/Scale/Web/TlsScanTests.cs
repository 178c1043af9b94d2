using System.Xml.Linq;
using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Scale.Web.Site;

namespace BaseComponents.Tests.Scale.Web;

/// <summary>What sslscan sees of TLS: nginx as docs/hosting.md sets it up, and the machine endpoints and the mail server of the Sandbox.</summary>
public sealed class TlsScanTests
{
    [Fact]
    public async Task Nothing_old_and_nothing_weak_is_taken()
    {
        Assert.SkipWhen(PeerProcess.Find("sslscan") is null, "sslscan is not installed.");
        Assert.SkipWhen(Nginx.Program is null, "nginx is not installed.");
        var port = PeerProcess.FreePort();
        using var nginx = await Nginx.StartAsync(port, ["127.0.0.1:9"]);
        await using var sandbox = await WebSandbox.StartAsync();

        var scans = new Dictionary<string, XElement>
        {
            ["nginx"] = await ScanAsync($"localhost:{port}"),
            ["machine endpoints"] = await ScanAsync($"127.0.0.1:{new Uri(sandbox.Settings["BaseComponents:Payments:BaseAddress"]).Port}"),
            ["mail server"] = await ScanAsync("--starttls-smtp", $"127.0.0.1:{sandbox.Settings["BaseComponents:SecureMail:Smtp:Port"]}"),
        };

        foreach (var (name, scan) in scans)
        {
            scan.Elements("protocol").Where(one => one.Attribute("enabled")!.Value == "1").Select(one => one.Attribute("type")!.Value + one.Attribute("version")!.Value)
                .Should().BeEquivalentTo(["tls1.2", "tls1.3"], name);
            scan.Elements("renegotiation").Should().OnlyContain(one => one.Attribute("supported")!.Value == "0" || one.Attribute("secure")!.Value == "1", name);
            scan.Elements("heartbleed").Should().OnlyContain(one => one.Attribute("vulnerable")!.Value == "0", name);
            var ciphers = scan.Elements("cipher").Select(one => $"{one.Attribute("sslversion")!.Value} {one.Attribute("cipher")!.Value}").ToList();
            ciphers.Should().HaveCountGreaterThanOrEqualTo(4, name).And.OnlyContain(cipher => cipher.StartsWith("TLSv1.3 TLS_") || cipher.StartsWith("TLSv1.2 ECDHE-"), $"{name}: what is recorded today must not be opened by a key that is lost later");
        }

        scans["nginx"].Elements("cipher").Should().OnlyContain(cipher => cipher.Attribute("cipher")!.Value.Contains("GCM") || cipher.Attribute("cipher")!.Value.Contains("CHACHA20"));
    }

    private static async Task<XElement> ScanAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("tls-scan-");
        try
        {
            var file = Path.Combine(folder.FullName, "scan.xml");
            await PeerProcess.RunAsync(folder, "sslscan", [$"--xml={file}", "--no-colour", .. arguments]);
            return XDocument.Load(file).Root!.Element("ssltest") ?? throw new InvalidOperationException($"sslscan saw nothing at {arguments[^1]}.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
