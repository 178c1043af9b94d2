using BaseComponents.Tests.Scale.Web.Journeys;
using BaseComponents.Tests.Scale.Web.Site;
using Npgsql;

namespace BaseComponents.Tests.Scale.Web;

/// <summary>Waits until the nodes have told everybody who has a receipt.</summary>
internal static class Settling
{
    public static async Task WaitAsync(WebSite site, WebPlan plan, IReadOnlyList<JourneyEnd> ends)
    {
        var numbers = ends.Where(end => end.HasReceipt).Select(end => end.Numbers[^1]).ToArray();
        var until = DateTimeOffset.UtcNow + plan.Settling;
        await using var connection = new NpgsqlConnection(site.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""SELECT count(*) FROM "Cases" WHERE "Number" = ANY(@numbers) AND "Stage" = 'Closed'""", connection);
        command.Parameters.AddWithValue("numbers", numbers);
        while ((long)(await command.ExecuteScalarAsync())! < numbers.Length && DateTimeOffset.UtcNow < until)
            await Task.Delay(300);
    }
}
