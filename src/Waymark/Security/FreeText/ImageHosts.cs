using System.Collections.Frozen;

namespace Waymark.Security.FreeText;

/// <summary>
/// Places on the web whose links lead to pictures, videos or shared files: well-known ones only, as of November 2026. A list of this kind
/// is never whole; what it misses is caught by the file's ending or by the reader.
/// </summary>
internal static class ImageHosts
{
    /// <summary>
    /// Domains with all that is below them. After the domain, where only some pages are meant, the beginnings of their paths: "*" stands for
    /// one step. A domain without paths is meant whole, but for its bare front page, which is only the platform's name.
    /// </summary>
    private static readonly string[] Table =
    [
        // pictures
        "500px.com",
        "cdn.bsky.app",
        "cloudinary.com",
        "deviantart.com",
        "flic.kr",
        "flickr.com",
        "staticflickr.com",
        "fotki.com",
        "giphy.com",
        "gyazo.com",
        "ibb.co",
        "imagebam.com",
        "imageshack.com",
        "imageshack.us",
        "imagevenue.com",
        "imgbb.com",
        "imgbox.com",
        "imgchest.com",
        "imgix.net",
        "imgur.com",
        "photobucket.com",
        "pin.it",
        "pinimg.com",
        "pinterest.com/pin",
        "pinterest.co.uk/pin",
        "pixhost.to",
        "postimg.cc",
        "postimages.org",
        "prnt.sc",
        "prntscr.com",
        "smugmug.com",
        "snipboard.io",
        "tenor.com",
        "tinypic.com",
        // videos
        "bitchute.com",
        "dai.ly",
        "dailymotion.com",
        "gfycat.com",
        "googlevideo.com",
        "kick.com",
        "loom.com",
        "odysee.com",
        "redgifs.com",
        "rumble.com",
        "streamable.com",
        "twitch.tv",
        "video.bsky.app",
        "vimeo.com",
        "vimeocdn.com",
        "youtu.be",
        "youtube-nocookie.com",
        "youtube.com/watch /shorts /live /embed /v /clip /playlist",
        "ytimg.com",
        "fansly.com",
        "onlyfans.com",
        "pornhub.com",
        "xhamster.com",
        "xnxx.com",
        "xvideos.com",
        // pictures and videos within social platforms; a person's page there may be named, for it says who someone is
        "cdninstagram.com",
        "instagram.com/p /reel /reels /tv /stories /*/p /*/reel",
        "facebook.com/photo /photo.php /photos /watch /reel /reels /story.php /stories /*/photos /*/videos /share/v /share/r /groups/*/media",
        "fb.watch",
        "fbcdn.net",
        "snapchat.com/spotlight /t /p /s /@*/spotlight",
        "story.snapchat.com",
        "sc-cdn.net",
        "tiktok.com/@*/video /@*/photo /t /v",
        "vm.tiktok.com",
        "vt.tiktok.com",
        "tiktokcdn.com",
        "pic.twitter.com",
        "pic.x.com",
        "twimg.com",
        "twitter.com/*/status/*/photo /*/status/*/video",
        "x.com/*/status/*/photo /*/status/*/video",
        "i.redd.it",
        "v.redd.it",
        "preview.redd.it",
        "redditmedia.com",
        "reddit.com/gallery /media",
        "media.tumblr.com",
        "4cdn.org",
        "cdn.discordapp.com",
        "media.discordapp.net",
        "mmg.whatsapp.net",
        "telegra.ph",
        "userapi.com",
        // shared files
        "1drv.ms",
        "amazon.co.uk/photos",
        "amazon.com/photos",
        "box.com/s /shared /file /v",
        "db.tt",
        "degoo.com",
        "disk.yandex.com",
        "disk.yandex.ru",
        "drive.google.com",
        "dropbox.com",
        "dropboxusercontent.com",
        "file.io",
        "filebin.net",
        "firebasestorage.googleapis.com",
        "gofile.io",
        "googleusercontent.com",
        "icloud-content.com",
        "icloud.com/photos /sharedalbum /iclouddrive /attachment /photo",
        "jottacloud.com",
        "krakenfiles.com",
        "mediafire.com",
        "mega.co.nz",
        "mega.io",
        "mega.nz",
        "onedrive.live.com",
        "pcloud.com",
        "pcloud.link",
        "photos.app.goo.gl",
        "photos.google.com",
        "pixeldrain.com",
        "sendspace.com",
        "share.icloud.com",
        "sharepoint.com/:i: /:v: /:f: /:u:",
        "swisstransfer.com",
        "sync.com",
        "terabox.app",
        "terabox.com",
        "transfer.sh",
        "we.tl",
        "wetransfer.com",
        "yadi.sk",
        // hidden services: what is reported from there goes to the police or the Internet Watch Foundation, not into a record
        "onion",
    ];

    private static readonly FrozenDictionary<string, string[][]> PathsByDomain = Table
        .Select(line => line.Split('/', 2))
        .ToFrozenDictionary(
            parts => parts[0],
            parts =>
                parts.Length == 1
                    ? []
                    : parts[1]
                        .Split(' ')
                        .Select(path => path.Split('/', StringSplitOptions.RemoveEmptyEntries))
                        .ToArray()
        );

    /// <summary>Whether a link to this host and path leads to pictures, videos or shared files.</summary>
    /// <param name="host">In small letters, without a dot at its end.</param>
    /// <param name="path">What follows the host and port, in small letters, with its first slash; may be empty.</param>
    public static bool Holds(string host, string path)
    {
        for (
            var domain = host;
            ;
            domain = domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..]
        )
        {
            if (
                PathsByDomain.TryGetValue(domain, out var paths)
                && (
                    paths.Length == 0
                        ? LeadsInside(domain, host, path)
                        : paths.Any(start => Begins(path, start))
                )
            )
            {
                return true;
            }
            if (!domain.Contains('.', StringComparison.Ordinal))
            {
                return false;
            }
        }
    }

    /// <summary>"https://www.flickr.com/" only names the platform; a page in it, or a person's own subdomain, holds pictures.</summary>
    private static bool LeadsInside(string domain, string host, string path) =>
        path.TrimStart('/').Length > 0
        || (host != domain && host != "www." + domain && host != "m." + domain)
        || domain is "onion";

    private static bool Begins(string path, string[] start)
    {
        var steps = path.Split(['/', '?', '#'], start.Length + 2);
        if (steps.Length <= start.Length || steps[0].Length > 0)
        {
            return false;
        }
        return start.Index().All(step => Fits(steps[step.Index + 1], step.Item));
    }

    private static bool Fits(string step, string pattern) =>
        pattern.EndsWith('*')
            ? step.Length >= pattern.Length
                && step.StartsWith(pattern[..^1], StringComparison.Ordinal)
            : step == pattern;
}
