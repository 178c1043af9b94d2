using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using BaseComponents.Tests.Scale.Payments.Workers;
using BaseComponents.Tests.Scale.Workers;

namespace BaseComponents.Tests.Scale.Payments.Citizens;

/// <summary>What citizens reach: the application by either of its instances, and the pay page.</summary>
internal sealed class Town(WorkerSlot[] slots) : IDisposable
{
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private int _next;

    /// <summary>What browsers saw instead of a payment, and how often.</summary>
    public ConcurrentDictionary<string, int> Troubles { get; } = new(StringComparer.Ordinal);

    /// <summary>What the application shows; null when it is gone, and whatever it did, the browser does not know.</summary>
    public async Task<Answer?> AskAsync(bool isStart, ChaosOrder order)
    {
        try
        {
            var answer = await slots[Interlocked.Increment(ref _next) % slots.Length].AskAsync(id => JsonSerializer.Serialize(new Question(id, isStart, order)));
            if (answer.Fault is { } fault)
                Note(fault);
            return answer;
        }
        catch (IOException)
        {
            Note("worker gone");
            return null;
        }
    }

    /// <summary>Presses a button of the pay page.</summary>
    public async Task PressAsync(Uri payPage, string button)
    {
        using var form = new FormUrlEncodedContent([new("choice", button)]);
        using var answer = await _browser.PostAsync(payPage, form);
        if (answer.StatusCode is not HttpStatusCode.SeeOther)
            throw new InvalidOperationException($"The pay page answers {answer.StatusCode}.");
    }

    public void Dispose() => _browser.Dispose();

    private void Note(string trouble) => Troubles.AddOrUpdate(trouble, 1, static (_, count) => count + 1);
}
