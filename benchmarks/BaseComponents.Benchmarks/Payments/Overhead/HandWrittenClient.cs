using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Serialization;
using BaseComponents.Payments;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Benchmarks.Payments.Overhead;

/// <summary>The call as an application would write it for itself: HttpClient, System.Text.Json with generated code, and the comparison with the order.</summary>
internal sealed class HandWrittenClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _address;
    private readonly decimal _amount;

    public HandWrittenClient(IConfigurationSection section, Payment payment)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPem(section["ClientCertificatePem"], section["ClientCertificatePem"])];
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509Certificate2.CreateFromPem(section["TrustAnchorsPem"]) },
        };
        _http = new HttpClient(handler);
        _address = $"{section["BaseAddress"]}paymenttransaction/{section["OriginatorId"]}/{section["EndPointId"]}/";
        _amount = payment.Amount.Amount;
    }

    // One client serves all payments, so the address is made for each look.
    public async Task LookAsync(string transactionId)
    {
        var transaction = await _http.GetFromJsonAsync(_address + Uri.EscapeDataString(transactionId), HandWrittenJson.Default.HandTransaction);
        if (transaction is not { PaymentInformation.Status: "INITIAL", PaymentRequest.Currency: "EUR" } || transaction.PaymentRequest.GrosAmount != _amount)
            throw new InvalidOperationException("The payment is not open: there is nothing to measure.");
    }

    public void Dispose() => _http.Dispose();
}

internal sealed record HandTransaction(HandInformation PaymentInformation, HandRequest PaymentRequest);

internal sealed record HandInformation(string TransactionId, string? TransactionRedirectUrl, string? TransactionReference, string? PaymentMethod, string Status);

internal sealed record HandRequest(string RequestId, string Currency, decimal GrosAmount);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HandTransaction))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
