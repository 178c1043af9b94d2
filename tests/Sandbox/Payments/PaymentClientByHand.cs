using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Sandbox.Payments;

/// <summary>Speaks XBezahldienste with hand-made JSON.</summary>
internal sealed class PaymentClientByHand : IDisposable
{
    private readonly IConfigurationSection _settings;
    private readonly HttpClient _http;

    public PaymentClientByHand(SandboxServer sandbox)
    {
        _settings = sandbox.Configuration.GetSection("BaseComponents:Payments");
        var pem = _settings["ClientCertificatePem"];
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
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

    public static JsonObject Valid(string requestId = "req-1", decimal amount = 96m) => new()
    {
        ["requestId"] = requestId,
        ["requestTimestamp"] = "2026-11-24T05:00:00.000Z",
        ["currency"] = "EUR",
        ["grosAmount"] = amount,
        ["purpose"] = "Hundesteuer 2027",
        ["description"] = "Anmeldung eines Hundes",
        ["redirectUrl"] = "http://localhost:5999/zurueck",
        ["items"] = new JsonArray(new JsonObject
        {
            ["id"] = "hundesteuer",
            ["taxRate"] = 0m,
            ["quantity"] = 1,
            ["totalNetAmount"] = amount,
            ["totalTaxAmount"] = 0m,
            ["singleNetAmount"] = amount,
            ["singleTaxAmount"] = 0m,
        }),
    };

    public Task<HttpResponseMessage> CreateAsync(JsonNode request, string? endPointId = null) => _http.PostAsJsonAsync(Address("paymenttransaction", endPointId), request);

    public async Task<HttpResponseMessage> CreateRawAsync(string json, bool inChunks)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("paymenttransaction")) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = inChunks;
        return await _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string id, string? endPointId = null) => _http.GetAsync(new Uri($"{Address("paymenttransaction", endPointId)}/{id}"));

    public async Task<JsonObject> CreatedAsync(JsonNode request) => await InformationAsync(await CreateAsync(request));

    public async Task<JsonObject> FoundAsync(string id) => await InformationAsync(await GetAsync(id));

    public Task<HttpResponseMessage> StatusAsync() => _http.GetAsync(Address("status"));

    public void Dispose() => _http.Dispose();

    private static async Task<JsonObject> InformationAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["paymentInformation"]!.AsObject();
        }
    }

    private Uri Address(string resource, string? endPointId = null) =>
        new($"{_settings["BaseAddress"]}{resource}/{_settings["OriginatorId"]}/{endPointId ?? _settings["EndPointId"]}");
}
