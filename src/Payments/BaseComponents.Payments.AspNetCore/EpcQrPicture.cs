using BaseComponents.Payments.Transfers;
using BaseComponents.Shared;
using Microsoft.AspNetCore.Html;

namespace BaseComponents.Payments.AspNetCore;

/// <summary>Draws the QR code of a transfer.</summary>
/// <remarks>
/// Error level M, at most version 13, four modules of white around it, black on white whatever the page's colours are. Show the same data as text beside
/// it (<see cref="TransferInstructions.Lines"/>): not everybody sees the picture or has an app for it.
/// </remarks>
public static class EpcQrPicture
{
    /// <summary>What a screen reader says instead of the picture, unless told otherwise.</summary>
    public const string DefaultTitle = "QR-Code für die Überweisung; dieselben Angaben stehen als Text daneben.";

    private const int LargestVersion = 13;

    /// <summary>The picture as SVG: an element that stands alone in a file or in a page. It needs no script and no style.</summary>
    /// <param name="payload">The content, from <see cref="EpcQrCode.Encode"/>.</param>
    /// <param name="title">What a screen reader says instead of the picture; written as text, whatever is in it.</param>
    /// <exception cref="ArgumentException">The title is empty or has characters that XML does not know.</exception>
    public static string Svg(EpcQrPayload payload, string title = DefaultTitle)
    {
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        // The content names its character set itself, and readers of it expect no other announcement.
        return QrSvg.Write(QrModules.Of(payload.Bytes.ToArray(), LargestVersion), title);
    }

    /// <summary>The picture for a Razor page: <c>@EpcQrPicture.Html(payload)</c>.</summary>
    /// <inheritdoc cref="Svg(EpcQrPayload, string)"/>
    public static IHtmlContent Html(EpcQrPayload payload, string title = DefaultTitle) => new HtmlString(Svg(payload, title));
}
