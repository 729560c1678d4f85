namespace Waymark.Content.Checks;

/// <summary>What was published is unchanged, because answers given to it are read against it for ever.</summary>
internal static class PublishedChecks
{
    internal static IEnumerable<ContentIssue> Check(ContentSnapshot content)
    {
        var issues = new List<ContentIssue>();
        var versions = ContentJson.Read<PublishedVersions>(
            content,
            PublishedVersions.FileName,
            issues
        );
        foreach (var version in versions?.Published ?? [])
        {
            foreach (var (name, hash) in version.Files)
            {
                var file = version.Folder + "/" + name;
                if (!content.Files.TryGetValue(file, out var text))
                {
                    issues.Add(
                        new(
                            ContentCodes.FileMissing,
                            file,
                            null,
                            null,
                            $"It was published on {version.On:yyyy-MM-dd} and must stay. Put it back."
                        )
                    );
                }
                else if (PublishedVersions.Hash(text) != hash)
                {
                    issues.Add(
                        new(
                            ContentCodes.PublishedEdited,
                            file,
                            null,
                            null,
                            $"It was published on {version.On:yyyy-MM-dd} and must not change. Undo the change and make it in a new version beside it."
                        )
                    );
                }
            }
        }

        return issues;
    }
}
