using System.Net.Http.Json;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>What the Sandbox itself says it has: the judge of "one payment", never our own client.</summary>
internal sealed record LedgerRow(string RequestId, string TransactionId, decimal Amount, string Status, string PayPage)
{
    public static async Task<IReadOnlyList<LedgerRow>> AllAsync(Uri sandbox)
    {
        using var http = new HttpClient();
        return await http.GetFromJsonAsync<LedgerRow[]>(new Uri(sandbox, "/payments/ledger.json")) ?? [];
    }

    public static async Task ArmAsync(Uri sandbox, string name, int times = 1, int milliseconds = 0)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(new Uri(sandbox, "/_sandbox/faults"), new { name, times, milliseconds });
        answer.EnsureSuccessStatusCode();
    }
}
