using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace BaseComponents.Tests.Payments.Notifications;

/// <summary>ePayBL's REST connector of one town, at the place of the network. It counts what it is asked.</summary>
internal sealed class ClaimsPeer(string prefix) : HttpMessageHandler
{
    private const string Ok = "\"ergebnis\":{\"rc\":\"+0000\"}";
    private readonly ConcurrentDictionary<string, int> _saldos = new();
    private TaskCompletionSource? _hanging;
    private int _made;

    /// <summary>The Kassenzeichen that were looked at, each as often as it was.</summary>
    public ConcurrentQueue<string> Looks { get; } = new();

    /// <summary>How many claims were made.</summary>
    public int Made => _made;

    /// <summary>Answers nothing from now on, until <see cref="GoOn"/>.</summary>
    public void Hang() => _hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void GoOn() => Interlocked.Exchange(ref _hanging, null)?.SetResult();

    public void Pay(string kassenzeichen) => _saldos[kassenzeichen] = 0;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = request.Method == HttpMethod.Post ? Make() : Look(request.RequestUri!.Segments[^1]);
        if (_hanging is { } hanging)
            await hanging.Task.WaitAsync(cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
    }

    private string Make()
    {
        var kassenzeichen = string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref _made):000000000}");
        _saldos[kassenzeichen] = 96;
        return $$"""{ {{Ok}}, "zahlvorgangsInfo": { "rechnungUrls": { "PAYPAGE": "https://bezahlen.example/p?kassenzeichen={{kassenzeichen}}" } } }""";
    }

    private string Look(string kassenzeichen)
    {
        Looks.Enqueue(kassenzeichen);
        // Only with a finished page and a way it was paid by is a saldo of zero a payment.
        return _saldos[kassenzeichen] == 0
            ? $$"""{ {{Ok}}, "kassenzeichen": { "zusatzdaten": { "paypagestatus": "INAKTIV", "bezahlverfahren": "KREDITKARTE", "saldo": 0 } } }"""
            : $$"""{ {{Ok}}, "kassenzeichen": { "zusatzdaten": { "saldo": 96 } } }""";
    }
}
