using System.Net.Http.Json;

namespace BaseComponents.Tests.Scale.Payments;

/// <summary>How badly the service behaves: the Sandbox's own faults, each for a share of the requests.</summary>
internal static class ServiceFaults
{
    // Longer than the workers wait for an answer.
    private const int LateMilliseconds = 3_500;

    public static async Task ArmAsync(Uri sandbox, ChaosPlan plan)
    {
        (string Name, int Share)[] faults =
        [
            ("payments.create.drop-before-commit", 10), ("payments.create.drop-after-commit", 10), ("payments.create.delay-answer", plan.Delayed),
            ("payments.unavailable", 2), ("payments.get.error", 5),
        ];
        using var http = new HttpClient();
        foreach (var (name, share) in faults)
        {
            using var answer = await http.PostAsJsonAsync(new Uri(sandbox, "/_sandbox/faults"), new { name, share, seed = plan.Seed, milliseconds = LateMilliseconds });
            answer.EnsureSuccessStatusCode();
        }
    }

    public static async Task LiftAsync(Uri sandbox)
    {
        using var http = new HttpClient();
        using var answer = await http.DeleteAsync(new Uri(sandbox, "/_sandbox/faults"));
        answer.EnsureSuccessStatusCode();
    }
}
