"""Sign-in by WeCom, DingTalk and Feishu: what each is asked, and what its answers mean."""
