using System.Net.Http.Json;

namespace BaseComponents.Tests.Scale.Web.Site;

/// <summary>A mail that the mail server has taken.</summary>
internal sealed record ArrivedMail(string Subject, string[] Recipients, string? MessageId)
{
    public static async Task<IReadOnlyList<ArrivedMail>> AllAsync(Uri sandbox)
    {
        // The list opens every encrypted mail once for its subject: with the mails of 10,000 citizens that takes long.
        using var http = new HttpClient { Timeout = TimeSpan.FromHours(1) };
        return (await http.GetFromJsonAsync<ArrivedMail[]>(new Uri(sandbox, "/mail/list.json")))!;
    }
}
