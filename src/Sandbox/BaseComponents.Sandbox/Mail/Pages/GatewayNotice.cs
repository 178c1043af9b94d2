using BaseComponents.Sandbox.Mail.Gateway;
using BaseComponents.Sandbox.Pages;

namespace BaseComponents.Sandbox.Mail.Pages;

/// <summary>What the gateway did with a mail, for each recipient.</summary>
internal static class GatewayNotice
{
    public static Html Of(string id, IReadOnlyList<GatewayDelivery> deliveries) => Html.Of($"""
        <section class="card">
          <h2>Das machte das Gateway daraus</h2>
          <ul>{deliveries.Select((delivery, index) => Line(id, delivery, index + 1))}</ul>
        </section>
        """);

    private static Html Line(string id, GatewayDelivery delivery, int number) => Html.Of(
        $"<li>{string.Join(", ", delivery.Recipients)}: {Words(delivery.Way)}{(delivery.Raw is null ? Html.Empty : Html.Of($" (<a href=\"/mail/{id}/gateway/{number}.eml\">als Datei</a>)"))}</li>");

    private static string Words(GatewayWay way) => way switch
    {
        GatewayWay.PassedOn => "weitergegeben, wie sie kam: sie ist verschlüsselt",
        GatewayWay.Encrypted => "vom Gateway verschlüsselt",
        GatewayWay.WebMailbox => "ohne Schlüssel, daher in ein Postfach im Web gelegt",
        _ => "unverschlüsselt weitergegeben",
    };
}
