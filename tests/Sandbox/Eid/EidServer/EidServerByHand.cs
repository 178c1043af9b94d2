using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>Speaks TR-03130 to the Sandbox by hand: text for messages, xmlsec1 for signatures.</summary>
internal sealed class EidServerByHand : IDisposable
{
    private readonly SandboxServer _sandbox;
    private readonly IConfigurationSection _settings;
    private readonly HttpClient _http;
    private readonly XmlSec _xmlSec = new();

    public EidServerByHand(SandboxServer sandbox, bool withCertificate = true)
    {
        _sandbox = sandbox;
        _settings = sandbox.Configuration.GetSection("BaseComponents:Eid:EidServer");
        var pem = _settings["TlsCertificate:Pem"];
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (withCertificate)
            handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPem(pem, pem)];
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            CustomTrustStore = { X509Certificate2.CreateFromPem(_settings["TrustAnchorsPem"]) },
        };
        _http = new HttpClient(handler);
    }

    public string this[string setting] => _settings[setting]!;

    public string KeyPem => this["SigningCertificate:Pem"][this["SigningCertificate:Pem"].IndexOf("-----BEGIN PRIVATE", StringComparison.Ordinal)..];

    public Uri Client => new(this["ClientAddress"]);

    public async Task<EidAnswerByHand> CallAsync(CallByHand call, string? keyPem = null)
    {
        using var certificate = X509Certificate2.CreateFromPem(this["SigningCertificate:Pem"]);
        var template = call.Template(certificate.Issuer, new BigInteger(certificate.SerialNumberBytes.Span, isBigEndian: true).ToString(CultureInfo.InvariantCulture));
        var message = await _xmlSec.SignAsync(template, keyPem ?? KeyPem);
        return await SendAsync(call.ChangeSigned?.Invoke(message) ?? message, call.Action ?? $"\"http://bsi.bund.de/eID/{call.Operation}\"");
    }

    public async Task<EidAnswerByHand> SendAsync(string message, string action, string mediaType = "text/xml")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(this["Address"])) { Content = new StringContent(message, Encoding.UTF8, mediaType) };
        request.Headers.TryAddWithoutValidation("SOAPAction", action);
        using var answer = await _http.SendAsync(request);
        return new EidAnswerByHand(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Whether an answer is signed over body and time stamp, by the key in the settings.</summary>
    public Task<bool> VerifiesAsync(EidAnswerByHand answer) => _xmlSec.VerifiesAsync(answer.Text, this["ServerCertificatesPem"]);

    public async Task ArmAsync(string fault, int milliseconds = 0, int times = 1)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(new Uri(_sandbox.Address, "/_sandbox/faults"), new { name = fault, times, milliseconds });
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent, "the fault {0} has to exist", fault);
    }

    public void Dispose()
    {
        _http.Dispose();
        _xmlSec.Dispose();
    }
}
