using System.Security.Cryptography;
using System.Text;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>Tells the application that something happened, as often as it takes until it is answered. Only addresses of this machine are told.</summary>
internal sealed class EpayblNotifier(SandboxContext sandbox) : IDisposable
{
    private const int Rounds = 3;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = _patience };
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Sends in the background; the browser does not wait.</summary>
    public void Tell(LedgerEntry entry, string status)
    {
        if (entry.Epaybl?.NotifyUrl is { } url && ReturnAddress.Parse(url) is { IsLoopback: true } address)
            _ = Task.Run(() => TellAsync(address, entry, status, _stopping.Token));
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        _http.Dispose();
    }

    // The first one only says that there is something to ask for.
    private async Task TellAsync(Uri address, LedgerEntry entry, string status, CancellationToken cancellationToken)
    {
        var secret = sandbox.Faults.Take(EpayblFaults.NotifyForged) is null ? EpayblOffice.NotificationSecret : "somebody-else";
        List<Dictionary<string, string>> messages = [Message(entry, "notify", secret), Message(entry, status, secret)];
        if (sandbox.Faults.Take(EpayblFaults.NotifyPermuted) is not null)
            messages.Reverse();
        if (sandbox.Faults.Take(EpayblFaults.NotifyTwice) is not null)
            messages = [.. messages, .. messages];
        if (sandbox.Faults.Take(EpayblFaults.NotifyLate) is { } late)
            await Task.Delay(TimeSpan.FromMilliseconds(late.Milliseconds), cancellationToken);
        foreach (var message in messages)
            await SendAsync(address, message, cancellationToken);
    }

    private async Task SendAsync(Uri address, Dictionary<string, string> message, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds && !await IsAnsweredAsync(address, message, cancellationToken); round++)
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
    }

    private async Task<bool> IsAnsweredAsync(Uri address, Dictionary<string, string> message, CancellationToken cancellationToken)
    {
        try
        {
            using var form = new FormUrlEncodedContent(message);
            using var answer = await _http.PostAsync(address, form, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Nobody there, or too slow: it is told again.
            return false;
        }
    }

    private static Dictionary<string, string> Message(LedgerEntry entry, string status, string secret)
    {
        var message = new Dictionary<string, string>
        {
            ["mandant"] = entry.OriginatorId,
            ["bewirtschafter"] = entry.EndPointId,
            ["zvgid"] = entry.TransactionId,
            ["kassenzeichen"] = entry.TransactionReference!,
            ["tan"] = entry.TransactionId[^6..],
            ["zvp"] = "SANDBOX",
            ["zahlverfahren"] = entry.Epaybl!.Methods[0],
            ["aktivierung"] = "1",
            ["status"] = status,
        };
        message["hash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(message.Values) + secret)));
        return message;
    }
}
