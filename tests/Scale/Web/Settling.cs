using BaseComponents.Tests.Scale.Web.Journeys;
using BaseComponents.Tests.Scale.Web.Site;
using Npgsql;

namespace BaseComponents.Tests.Scale.Web;

/// <summary>Waits until the nodes have told everybody who has a receipt, while an operator looks after mails that are held.</summary>
internal static class Settling
{
    private const string Held = """SELECT count(*) FROM "MailOutbox" WHERE "Phase" = 'Held'""";
    private const string Closed = """SELECT count(*) FROM "Cases" WHERE "Number" = ANY(@numbers) AND "Stage" = 'Closed'""";

    /// <returns>How many mails were held.</returns>
    public static async Task<int> WaitAsync(WebSite site, WebPlan plan, IReadOnlyList<JourneyEnd> ends)
    {
        var numbers = ends.Where(end => end.HasReceipt).Select(end => end.Numbers[^1]).ToArray();
        var until = DateTimeOffset.UtcNow + plan.Settling;
        await using var connection = new NpgsqlConnection(site.Database);
        await connection.OpenAsync();
        var held = 0;
        while (await CountAsync(connection, Closed, numbers) < numbers.Length && DateTimeOffset.UtcNow < until)
        {
            if (await CountAsync(connection, Held, numbers) > 0)
                held += await new Operator(site).DecideAsync();
            await Task.Delay(300);
        }

        return held;
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string statement, string[] numbers)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddWithValue("numbers", numbers);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
